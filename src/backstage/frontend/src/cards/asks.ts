import type { Page } from '../../../../dashboard/pages/page.ts';
import { ADOPTION } from '../../../../dashboard/pages/overview.ts';
import '../../../../dashboard/cards/colleagues-card.ts';
import '../../../../dashboard/cards/plugins-card.ts';
import '../../../../dashboard/cards/usage-card.ts';
import { report, series } from '../../../../dashboard/view/ask.ts';
import { defaultView, type ViewState } from '../../../../dashboard/view/view-state.ts';

/** What cards of an entity are about, whatever the address says. */
export const LAST_30_DAYS: ViewState = { ...defaultView(''), range: { period: '30d' } };

/** Kinds that have something to run. */
const TEMPLATE = 'template';

/** How an entity is used. */
export function usagePage(ref: string, documented: boolean): Page {
  const runs = ref.startsWith(`${TEMPLATE}:`);
  return {
    path: '',
    name: 'usage',
    ranged: false,
    slots: [
      {
        tag: 'hc-usage',
        width: 'full',
        asks: {
          visits: report('entities', { entity: ref }),
          trend: report('active-users', { entity: ref, grain: 'week', compare: 'none' }),
          ...(documented ? { docs: report('techdocs', { entity: ref }) } : {}),
          ...(runs ? { runs: report('templates', { template: ref }) } : {}),
        },
        optional: ['trend', 'docs', 'runs'],
      },
    ],
  };
}

const summary = report('summary');
const activeUsers = series('active-users');

/** How a team uses the portal; the view has the team. */
export const TEAM: Page = {
  path: '',
  name: 'team',
  ranged: true,
  slots: [
    { tag: 'hc-key-figures', width: 'full', asks: { summary } },
    { tag: 'hc-active-users', width: 'wide', asks: { activeUsers } },
    { tag: 'hc-adoption', width: 'third', asks: { adoption: ADOPTION } },
    { tag: 'hc-team-adoption', width: 'wide', asks: { adoption: ADOPTION } },
    { tag: 'hc-plugins', width: 'third', asks: { ranking: report('plugins') } },
  ],
};

/** What colleagues open. */
export const COLLEAGUES: Page = {
  path: '',
  name: 'colleagues',
  ranged: false,
  slots: [
    { tag: 'hc-colleagues', width: 'full', asks: { ranking: report('entities', { limit: '8', compare: 'none' }) } },
  ],
};
