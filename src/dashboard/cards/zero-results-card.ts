import type { Row } from '../report/answer.ts';
import { numberOf } from '../report/answer.ts';
import type { CardTexts, Texts } from '../texts.ts';
import type { Tools } from './card.ts';
import { define } from './card.ts';
import { RankingCard } from './ranking-card.ts';

/** Terms that find nothing, those that most people miss first. */
export class ZeroResultsCard extends RankingCard {
  protected override readonly figure = 'users';

  protected override own(texts: Texts): CardTexts {
    return texts.cards.zeroResults;
  }

  protected override note(row: Row, { texts, format }: Tools): string {
    return texts.searches.times(
      format.count(numberOf(row, 'searches')),
      format.count(numberOf(row, 'users')),
    );
  }

  protected override tone({ palette }: Tools): string {
    return palette.second;
  }
}

define('hc-zero-results', ZeroResultsCard);
