import type { CardTexts, Texts } from '../texts.ts';
import { define } from './card.ts';
import { EntitiesCard } from './entities-card.ts';

/** What colleagues open, for somebody who looks for something worth a look. */
export class ColleaguesCard extends EntitiesCard {
  protected override own(texts: Texts): CardTexts {
    return texts.cards.colleagues;
  }
}

define('hc-colleagues', ColleaguesCard);
