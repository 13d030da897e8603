import type { Entity } from '@backstage/catalog-model';
import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  createRouteRef,
  discoveryApiRef,
  fetchApiRef,
  type BackstagePlugin,
  type RouteRef,
} from '@backstage/core-plugin-api';
import type { ComponentType } from 'react';
import { Figures, figuresApiRef } from './figures.ts';
import { USED_KINDS } from './kinds.ts';

const rootRouteRef = createRouteRef({ id: 'housecount' });

/**
 * Housecount's figures inside the portal, for the old frontend system.
 *
 * @public
 */
export const housecountPlugin: BackstagePlugin<{ root: RouteRef<undefined> }> = createPlugin({
  id: 'housecount',
  apis: [
    createApiFactory({
      api: figuresApiRef,
      deps: { discovery: discoveryApiRef, fetch: fetchApiRef },
      factory: ({ discovery, fetch }) => new Figures(discovery, fetch),
    }),
  ],
  routes: { root: rootRouteRef },
});

/**
 * The page: `<Route path="/housecount" element={<HousecountPage />} />`.
 *
 * @public
 */
export const HousecountPage: ComponentType = housecountPlugin.provide(
  createRoutableExtension({
    name: 'HousecountPage',
    component: () => import('./pages/LegacyPage.tsx').then(({ LegacyPage }) => LegacyPage),
    mountPoint: rootRouteRef,
  }),
);

/**
 * A card for the overview of an entity: who visits it, who reads its documentation, what became of a template's runs.
 *
 * @public
 */
export const EntityHousecountUsageCard: ComponentType = housecountPlugin.provide(
  createComponentExtension({
    name: 'EntityHousecountUsageCard',
    component: { lazy: () => import('./cards/legacy.tsx').then(({ UsageCard }) => UsageCard) },
  }),
);

/**
 * A tab for a group: how the team uses the portal.
 *
 * @public
 */
export const EntityHousecountTeamContent: ComponentType = housecountPlugin.provide(
  createComponentExtension({
    name: 'EntityHousecountTeamContent',
    component: { lazy: () => import('./cards/legacy.tsx').then(({ TeamContent }) => TeamContent) },
  }),
);

/**
 * A card for the home page: what colleagues opened in the last 30 days.
 *
 * @public
 */
export const HousecountColleaguesCard: ComponentType = housecountPlugin.provide(
  createComponentExtension({
    name: 'HousecountColleaguesCard',
    component: { lazy: () => import('./cards/legacy.tsx').then(({ ColleaguesCard }) => ColleaguesCard) },
  }),
);

/**
 * Whether there is something to say of an entity's use: of components, APIs, systems, templates and resources.
 *
 * @public
 */
export function isHousecountUsageAvailable({ kind }: Entity): boolean {
  return USED_KINDS.some(each => each === kind.toLocaleLowerCase('en'));
}
