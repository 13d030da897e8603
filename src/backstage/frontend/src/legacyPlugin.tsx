import {
  createApiFactory,
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
