import '../cards/headline-card.ts';
import '../cards/key-figures-card.ts';
import '../cards/active-users-card.ts';
import '../cards/adoption-card.ts';
import '../cards/missing-card.ts';
import '../cards/changed-card.ts';
import '../cards/new-and-returning-card.ts';
import '../cards/team-adoption-card.ts';
import { ofPortal, peopleReport, report, series } from '../view/ask.ts';
import type { Page } from './page.ts';

const summary = report('summary');
const activeUsers = series('active-users');
const plugins = report('plugins');

/** Of all teams, so that the team picker and four cards share one answer. */
export const ADOPTION = peopleReport('adoption', { limit: '500' });

/** The days on which a version came; next to nothing to read. */
export const VERSIONS = ofPortal('/data-health/versions');

/** Does adoption grow, and where does it not? */
export const OVERVIEW: Page = {
  path: '/',
  name: 'overview',
  ranged: true,
  slots: [
    { tag: 'hc-headline', width: 'full', asks: { summary, adoption: ADOPTION } },
    { tag: 'hc-key-figures', width: 'full', asks: { summary } },
    {
      tag: 'hc-active-users',
      width: 'wide',
      asks: { activeUsers, versions: VERSIONS },
      optional: ['versions'],
    },
    { tag: 'hc-adoption', width: 'third', asks: { adoption: ADOPTION } },
    { tag: 'hc-missing', width: 'third', asks: { adoption: ADOPTION } },
    { tag: 'hc-changed', width: 'wide', asks: { plugins, adoption: ADOPTION } },
    { tag: 'hc-team-adoption', width: 'wide', asks: { adoption: ADOPTION } },
    { tag: 'hc-new-and-returning', width: 'third', asks: { activeUsers } },
  ],
};
