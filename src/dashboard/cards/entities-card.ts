import type { CardTexts, Texts } from '../texts.ts';
import { define } from './card.ts';
import { VisitsCard } from './visits-card.ts';

/** Entities by people. */
export class EntitiesCard extends VisitsCard {
  protected override readonly key = 'entity';

  protected override own(texts: Texts): CardTexts {
    return texts.cards.entities;
  }
}

define('hc-entities', EntitiesCard);
