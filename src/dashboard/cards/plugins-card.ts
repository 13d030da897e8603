import type { CardTexts, Texts } from '../texts.ts';
import { define } from './card.ts';
import { VisitsCard } from './visits-card.ts';

/** Plugins by people. */
export class PluginsCard extends VisitsCard {
  protected override readonly key = 'plugin';

  protected override own(texts: Texts): CardTexts {
    return texts.cards.plugins;
  }
}

define('hc-plugins', PluginsCard);
