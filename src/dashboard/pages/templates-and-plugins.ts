import '../cards/funnel-card.ts';
import '../cards/failures-card.ts';
import '../cards/time-saved-card.ts';
import '../cards/plugins-card.ts';
import '../cards/sections-card.ts';
import '../cards/entities-card.ts';
import '../cards/unvisited-card.ts';
import { report } from '../view/ask.ts';
import type { Page } from './page.ts';

const templates = report('templates');

/** What do templates bring, and which parts of the portal are used? */
export const TEMPLATES_AND_PLUGINS: Page = {
  path: '/templates-and-plugins',
  name: 'templates',
  ranged: true,
  slots: [
    { tag: 'hc-funnel', width: 'wide', asks: { templates } },
    { tag: 'hc-time-saved', width: 'third', asks: { ranking: templates } },
    { tag: 'hc-plugins', width: 'third', asks: { ranking: report('plugins') } },
    { tag: 'hc-failures', width: 'third', asks: { ranking: templates } },
    { tag: 'hc-sections', width: 'third', asks: { ranking: report('sections') } },
    { tag: 'hc-entities', width: 'half', asks: { ranking: report('entities') } },
    {
      tag: 'hc-unvisited',
      width: 'half',
      asks: { untouched: report('entities', { visited: 'false', limit: '1000', compare: 'none' }) },
    },
  ],
};
