import '../cards/zero-results-card.ts';
import '../cards/searches-card.ts';
import '../cards/documents-card.ts';
import '../cards/unread-card.ts';
import '../cards/not-found-card.ts';
import { report } from '../view/ask.ts';
import type { Page } from './page.ts';

/** Do people find what they look for, and is it read? */
export const SEARCH_AND_DOCS: Page = {
  path: '/search-and-docs',
  name: 'search',
  ranged: true,
  slots: [
    { tag: 'hc-zero-results', width: 'half', asks: { ranking: report('searches', { zero: 'true' }) } },
    { tag: 'hc-searches', width: 'half', asks: { ranking: report('searches') } },
    { tag: 'hc-documents', width: 'half', asks: { ranking: report('techdocs') } },
    {
      tag: 'hc-unread',
      width: 'half',
      asks: { untouched: report('techdocs', { read: 'false', limit: '1000', compare: 'none' }) },
    },
    { tag: 'hc-not-found', width: 'full', asks: { ranking: report('not-found') } },
  ],
};
