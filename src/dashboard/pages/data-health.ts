import '../cards/advice-card.ts';
import '../cards/arrivals-card.ts';
import '../cards/verdicts-card.ts';
import '../cards/senders-card.ts';
import '../cards/sources-card.ts';
import { ofPortal } from '../view/ask.ts';
import type { Page } from './page.ts';

const health = ofPortal('/data-health');

/** Can the figures be trusted, and what is to be done? */
export const DATA_HEALTH: Page = {
  path: '/health-of-data',
  name: 'health',
  ranged: false,
  slots: [
    { tag: 'hc-advice', width: 'full', asks: { health } },
    { tag: 'hc-arrivals', width: 'wide', asks: { health } },
    { tag: 'hc-verdicts', width: 'third', asks: { health } },
    { tag: 'hc-senders', width: 'wide', asks: { health } },
    { tag: 'hc-sources', width: 'third', asks: { health } },
  ],
};
