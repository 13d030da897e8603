import { createApiFactory, discoveryApiRef, fetchApiRef } from '@backstage/core-plugin-api';
import {
  ApiBlueprint,
  createFrontendPlugin,
  createRouteRef,
  PageBlueprint,
  SubPageBlueprint,
  type OverridableFrontendPlugin,
  type RouteRef,
} from '@backstage/frontend-plugin-api';
import { Figures, figuresApiRef } from './figures.ts';
import { HousecountIcon } from './icon.tsx';
import { TABS } from './tabs.ts';

const rootRouteRef = createRouteRef();

/** Extensions that show figures are there for people who may read them. */
const MAY_READ = { permissions: { $contains: 'housecount.insights.read' } };

const api = ApiBlueprint.make({
  name: 'figures',
  params: define =>
    define(
      createApiFactory({
        api: figuresApiRef,
        deps: { discovery: discoveryApiRef, fetch: fetchApiRef },
        factory: ({ discovery, fetch }) => new Figures(discovery, fetch),
      }),
    ),
});

const page = PageBlueprint.make({
  if: MAY_READ,
  params: { path: '/housecount', title: 'Housecount', icon: <HousecountIcon />, routeRef: rootRouteRef },
});

const tabs = TABS.map(({ path, title }) =>
  SubPageBlueprint.make({
    name: path,
    if: MAY_READ,
    params: {
      path,
      title,
      loader: async () => {
        const { pageOf } = await import('./pages/index.tsx');
        return pageOf(path);
      },
    },
  }),
);

/**
 * Housecount's figures inside the portal, for the new frontend system: add it to the `features` of `createApp`.
 *
 * @public
 */
export const housecountPlugin: OverridableFrontendPlugin<{ root: RouteRef<undefined> }> = createFrontendPlugin({
  pluginId: 'housecount',
  title: 'Housecount',
  icon: <HousecountIcon />,
  routes: { root: rootRouteRef },
  extensions: [api, page, ...tabs],
});
