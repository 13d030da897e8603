import type { Answer } from '../report/answer.ts';
import { numberOf } from '../report/answer.ts';
import { changeOf } from '../report/change.ts';
import { localHour, wholePeriods } from '../report/periods.ts';
import type { UsageAnswers, UsageFact } from '../report/usage.ts';
import { usageOf } from '../report/usage.ts';
import type { CardTexts, Texts } from '../texts.ts';
import type { Child } from '../ui/h.ts';
import { h } from '../ui/h.ts';
import type { Tools } from './card.ts';
import { Card, define } from './card.ts';
import { changeText } from './change-text.ts';
import { sparkline } from './sparkline.ts';
import type { CardTable } from './table.ts';

/** How an entity is used: its visitors, the readers of its documentation, a template's runs. */
export class UsageCard extends Card<UsageAnswers> {
  protected override own(texts: Texts): CardTexts {
    return texts.cards.usage;
  }

  protected override main({ visits }: UsageAnswers): Answer {
    return visits;
  }

  protected override isEmpty(answers: UsageAnswers): boolean {
    return usageOf(answers).every(({ value, before }) => value === 0 && (before ?? 0) === 0);
  }

  /** Where visits are hidden, documentation may have been read by more. */
  protected override isHidden(answers: UsageAnswers): boolean {
    const facts = usageOf(answers);
    return !facts.some(known) && facts.some(({ value }) => value === null);
  }

  /** The card is its figures. */
  protected override table(): CardTable | null {
    return null;
  }

  protected override draw(answers: UsageAnswers, tools: Tools): readonly Child[] {
    const facts = usageOf(answers);
    const fewerThan = answers.visits.hidden.fewerThan;
    return [
      h('dl', { class: 'tiles' }, ...facts.map(fact => tile(fact, fewerThan, tools))),
      answers.trend !== undefined && trend(answers.trend, tools),
    ];
  }
}

function known({ value }: UsageFact): boolean {
  return value !== null && value > 0;
}

function tile({ name, value, before }: UsageFact, fewerThan: number, tools: Tools): HTMLElement {
  const { texts, format } = tools;
  const change = changeOf(value, before);
  return h(
    'div',
    {},
    h('dt', {}, texts.usage[name]),
    h(
      'dd',
      {},
      value === null
        ? h('span', { class: 'quiet' }, texts.usage.few(fewerThan))
        : h('span', { class: 'value' }, format.count(value)),
      change.kind !== 'unknown' && changeText(change, 'count', tools, name === 'failed' ? 'less' : 'more'),
    ),
  );
}

/** Whole weeks only: one that is cut off looks like a loss. Of those that are hidden or empty nothing is drawn. */
function trend(answer: Answer, { texts, format }: Tools): Child {
  const whole = wholePeriods(answer, localHour(answer.completeUntil, answer.zone));
  const points = answer.rows.filter((_, place) => whole[place]).map(row => numberOf(row, 'users'));
  const shown = points.filter(point => point !== null);
  if (shown.length < 2 || shown.every(point => point === 0)) {
    return null;
  }
  const label = texts.usage.trend(format.count(shown[0] ?? null), format.count(shown.at(-1) ?? null));
  return h('div', {}, sparkline(points, label), h('p', { class: 'quiet' }, label));
}

define('hc-usage', UsageCard);
