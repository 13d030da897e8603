import type { Answer, Row } from '../report/answer.ts';
import { textOf } from '../report/answer.ts';
import type { Child } from '../ui/h.ts';
import { h } from '../ui/h.ts';
import { nameOf } from '../view/options.ts';
import type { Tools } from './card.ts';
import { Card } from './card.ts';
import { tableElement } from './table.ts';

/** The answer that the card shows. */
export interface UntouchedAnswers {
  readonly untouched: Answer;
}

/** Entities with which nobody did something, by owner: whoever owns most of them first. */
export abstract class UntouchedCard extends Card<UntouchedAnswers> {
  protected override main({ untouched }: UntouchedAnswers): Answer {
    return untouched;
  }

  /** How many there are, in words. */
  protected abstract count(count: number, tools: Tools): string;

  protected override draw({ untouched }: UntouchedAnswers, tools: Tools): readonly Child[] {
    const { texts, format } = tools;
    const rows = untouched.rows.map(row => [
      textOf(row, 'title') || nameOf(textOf(row, 'entity')),
      kindOf(row),
      nameOf(textOf(row, 'owner')),
    ]);
    const columns = ['entity', 'kind', 'owner'].map(name => ({ name, type: 'text' as const }));
    const count = this.count(rows.length, tools);
    return [h('p', {}, count), tableElement({ columns, rows }, this.own(texts).title, texts, format)];
  }
}

function kindOf(row: Row): string {
  return textOf(row, 'kind') || (textOf(row, 'entity').split(':')[0] ?? '');
}
