import type { Answer, Row } from '../report/answer.ts';
import { numberOf } from '../report/answer.ts';
import type { CardTexts, Texts } from '../texts.ts';
import { h } from '../ui/h.ts';
import { factList, splitBar } from './bars.ts';
import type { Tools } from './card.ts';
import { define } from './card.ts';
import { RankingCard } from './ranking-card.ts';

/** What people search for, whether they find it, and whether they open it. */
export class SearchesCard extends RankingCard {
  protected override readonly figure = 'searches';

  protected override own(texts: Texts): CardTexts {
    return texts.cards.searches;
  }

  protected override note(row: Row, { texts, format }: Tools): string {
    const people = texts.searches.times(
      format.count(numberOf(row, 'searches')),
      format.count(numberOf(row, 'users')),
    );
    return `${people}, ${texts.searches.clickThrough(format.share(clickThrough(row)))}`;
  }

  protected override lead({ total }: Answer, { texts, format, palette }: Tools): HTMLElement {
    const tones = { productive: palette.first, zero: palette.second, unknown: palette.before };
    const parts = (['productive', 'zero', 'unknown'] as const).map(name => ({
      name: texts.searches[name],
      count: numberOf(total, name),
      tone: tones[name],
    }));
    const rank = numberOf(total, 'mean_rank');
    const opened = texts.searches.opened(format.share(clickThrough(total)));
    const place = rank === null ? '' : `, ${texts.searches.rank(format.number(rank))}`;
    return h(
      'div',
      {},
      splitBar(parts.map(({ count, tone }) => ({ value: count ?? 0, tone }))),
      factList(parts.map(({ name, count, tone }) => ({ name, value: format.count(count), tone }))),
      h('p', {}, `${opened}${place}.`),
    );
  }
}

function clickThrough(row: Row): number | null {
  const [opened, searches] = [numberOf(row, 'opened'), numberOf(row, 'searches')];
  return opened === null || !searches ? null : opened / searches;
}

define('hc-searches', SearchesCard);
