import type { Answer, Row } from '../report/answer.ts';
import { numberOf, ownRows, previousOf } from '../report/answer.ts';
import { changeOf } from '../report/change.ts';
import type { CardTexts, Texts } from '../texts.ts';
import { h } from '../ui/h.ts';
import { changeText } from './change-text.ts';
import type { Tools } from './card.ts';
import { define } from './card.ts';
import type { RankingAnswers } from './ranking-card.ts';
import { RankingCard } from './ranking-card.ts';

/** The hours that templates saved. */
export class TimeSavedCard extends RankingCard {
  protected override readonly figure = 'minutes_saved';

  protected override own(texts: Texts): CardTexts {
    return texts.cards.timeSaved;
  }

  protected override isEmpty({ ranking }: RankingAnswers): boolean {
    return (numberOf(ranking.total, 'minutes_saved') ?? 0) === 0;
  }

  protected override rows(answer: Answer): readonly Row[] {
    const saved = (row: Row): number => numberOf(row, 'minutes_saved') ?? 0;
    return ownRows(answer)
      .filter(row => saved(row) > 0)
      .sort((one, other) => saved(other) - saved(one));
  }

  protected override value(row: Row, { texts, format }: Tools): string {
    return texts.templates.hours(format.number(hours(row)));
  }

  protected override note(row: Row, { texts, format }: Tools): string {
    return texts.templates.hoursInAll(format.number(hours(row)), format.count(numberOf(row, 'submitted')));
  }

  protected override lead(answer: Answer, tools: Tools): HTMLElement {
    const { texts, format } = tools;
    const previous = previousOf(answer);
    const text = texts.templates.hours(format.number(hours(answer.total)));
    const change = changeOf(hours(answer.total), previous && hours(previous.total));
    return h('div', {}, h('p', { class: 'big' }, text), changeText(change, 'count', tools));
  }
}

function hours(row: Row): number | null {
  const minutes = numberOf(row, 'minutes_saved');
  return minutes === null ? null : minutes / 60;
}

define('hc-time-saved', TimeSavedCard);
