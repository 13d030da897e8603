import type { Answer, Row } from '../report/answer.ts';
import { numberOf, textOf } from '../report/answer.ts';
import { changeOf } from '../report/change.ts';
import type { CardTexts, Texts } from '../texts.ts';
import type { Child } from '../ui/h.ts';
import { h } from '../ui/h.ts';
import { changeText } from './change-text.ts';
import type { Tools } from './card.ts';
import { Card, define } from './card.ts';

interface Answers {
  readonly summary: Answer;
}

const SHARES = ['adoption', 'zero_result_share'];

/** Figures of which fewer are better. */
const FEWER = ['zero_result_share'];

/** The key figures, each with what it was before. */
export class KeyFiguresCard extends Card<Answers> {
  protected override own(texts: Texts): CardTexts {
    return texts.cards.keyFigures;
  }

  protected override main({ summary }: Answers): Answer {
    return summary;
  }

  protected override isEmpty({ summary }: Answers): boolean {
    const columns = ['value', 'previous'];
    return summary.rows.every(row => columns.every(column => (numberOf(row, column) ?? 0) === 0));
  }

  protected override draw({ summary }: Answers, tools: Tools): readonly Child[] {
    // Where nothing at all was counted before, there is nothing to compare with.
    const compared = summary.rows.some(row => (numberOf(row, 'previous') ?? 0) !== 0);
    return [h('dl', { class: 'tiles' }, ...summary.rows.map(row => tile(row, compared, tools)))];
  }
}

function tile(row: Row, compared: boolean, tools: Tools): HTMLElement {
  const { texts, format } = tools;
  const metric = textOf(row, 'metric');
  const value = numberOf(row, 'value');
  const before = compared ? numberOf(row, 'previous') : null;
  const unit = SHARES.includes(metric) ? 'share' : 'count';
  const text = unit === 'share' ? format.share(value) : format.number(value);
  const change = changeText(changeOf(value, before), unit, tools, FEWER.includes(metric) ? 'less' : 'more');
  return h(
    'div',
    {},
    h('dt', {}, texts.metrics[metric] ?? metric),
    h('dd', {}, h('span', { class: 'value' }, text), change),
  );
}

define('hc-key-figures', KeyFiguresCard);
