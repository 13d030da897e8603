import type { CardTexts, Texts } from '../texts.ts';
import type { Tools } from './card.ts';
import { define } from './card.ts';
import { UntouchedCard } from './untouched-card.ts';

/** Entities of the catalog that nobody visited. */
export class UnvisitedCard extends UntouchedCard {
  protected override own(texts: Texts): CardTexts {
    return texts.cards.unvisited;
  }

  protected override count(count: number, { texts, format }: Tools): string {
    return texts.unvisited(format.count(count));
  }
}

define('hc-unvisited', UnvisitedCard);
