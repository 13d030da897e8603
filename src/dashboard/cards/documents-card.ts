import type { Row } from '../report/answer.ts';
import { numberOf } from '../report/answer.ts';
import type { CardTexts, Texts } from '../texts.ts';
import type { Tools } from './card.ts';
import { define } from './card.ts';
import { RankingCard } from './ranking-card.ts';

/** Documentation by its readers. */
export class DocumentsCard extends RankingCard {
  protected override readonly figure = 'readers';

  protected override own(texts: Texts): CardTexts {
    return texts.cards.documents;
  }

  protected override note(row: Row, { texts, format }: Tools): string {
    return texts.docs.readers(format.count(numberOf(row, 'readers')), format.count(numberOf(row, 'views')));
  }
}

define('hc-documents', DocumentsCard);
