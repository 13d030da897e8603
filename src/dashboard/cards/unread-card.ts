import type { CardTexts, Texts } from '../texts.ts';
import type { Tools } from './card.ts';
import { define } from './card.ts';
import { UntouchedCard } from './untouched-card.ts';

/** Documentation that nobody read. */
export class UnreadCard extends UntouchedCard {
  protected override own(texts: Texts): CardTexts {
    return texts.cards.unread;
  }

  protected override count(count: number, { texts, format }: Tools): string {
    return texts.unread(format.count(count));
  }
}

define('hc-unread', UnreadCard);
