import type { CardTexts, Texts } from '../texts.ts';
import { define } from './card.ts';
import { VisitsCard } from './visits-card.ts';

/** The portal's own pages by people. */
export class SectionsCard extends VisitsCard {
  protected override readonly key = 'section';

  protected override own(texts: Texts): CardTexts {
    return texts.cards.sections;
  }
}

define('hc-sections', SectionsCard);
