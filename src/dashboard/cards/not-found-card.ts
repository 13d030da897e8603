import type { Row } from '../report/answer.ts';
import { numberOf } from '../report/answer.ts';
import type { CardTexts, Texts } from '../texts.ts';
import type { Tools } from './card.ts';
import { define } from './card.ts';
import { RankingCard } from './ranking-card.ts';

/** Pages that are not there, by whom they disappoint. */
export class NotFoundCard extends RankingCard {
  protected override readonly figure = 'users';

  protected override own(texts: Texts): CardTexts {
    return texts.cards.notFound;
  }

  protected override note(row: Row, { texts, format }: Tools): string {
    return texts.visits(format.count(numberOf(row, 'users')), format.count(numberOf(row, 'visits')));
  }

  protected override tone({ palette }: Tools): string {
    return palette.second;
  }
}

define('hc-not-found', NotFoundCard);
