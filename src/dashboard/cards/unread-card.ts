import type { Row } from '../report/answer.ts';
import type { CardTexts, Texts } from '../texts.ts';
import type { Tools } from './card.ts';
import { define } from './card.ts';
import { UntouchedCard } from './untouched-card.ts';

/** Documentation that nobody read. */
export class UnreadCard extends UntouchedCard {
  protected override own(texts: Texts): CardTexts {
    return texts.cards.unread;
  }

  protected override count(rows: readonly Row[], { texts, format }: Tools): string {
    return texts.unread(format.count(rows.length));
  }
}

define('hc-unread', UnreadCard);
