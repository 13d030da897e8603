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

/** Entities with which nobody did something. */
export abstract class UntouchedCard extends Card<UntouchedAnswers> {
  protected override main({ untouched }: UntouchedAnswers): Answer {
    return untouched;
  }

  /** How many there are, in words. */
  protected abstract count(rows: readonly Row[], tools: Tools): string;

  /** The rows in the order in which they are shown. */
  protected ordered(rows: readonly Row[]): readonly Row[] {
    return rows;
  }

  protected override draw({ untouched }: UntouchedAnswers, tools: Tools): readonly Child[] {
    const { texts, format, link } = tools;
    const entities = this.ordered(untouched.rows);
    const rows = entities.map(row => [
      textOf(row, 'title') || nameOf(textOf(row, 'entity')),
      kindOf(row),
      nameOf(textOf(row, 'owner')),
    ]);
    const links = entities.map(row => link(textOf(row, 'entity')));
    const columns = ['entity', 'kind', 'owner'].map(name => ({ name, type: 'text' as const }));
    const count = this.count(entities, tools);
    return [h('p', {}, count), tableElement({ columns, rows, links }, this.own(texts).title, texts, format)];
  }
}

/** The kind of a row's entity, in lower case. */
export function kindOf(row: Row): string {
  return textOf(row, 'kind') || (textOf(row, 'entity').split(':')[0] ?? '');
}
