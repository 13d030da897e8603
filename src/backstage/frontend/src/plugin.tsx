import { createFrontendPlugin, type OverridableFrontendPlugin, type RouteRef } from '@backstage/frontend-plugin-api';
import { colleaguesWidget, figuresApi, page, rootRouteRef, tabs, teamContent, usageCard } from './extensions.tsx';
import { HousecountIcon } from './icon.tsx';
import { ENGLISH } from './messages/english.ts';

/**
 * Housecount's figures inside the portal, for the new frontend system: add it to the `features` of `createApp`.
 *
 * @public
 */
export const housecountPlugin: OverridableFrontendPlugin<{ root: RouteRef<undefined> }> = createFrontendPlugin({
  pluginId: 'housecount',
  title: ENGLISH.plugin.title,
  icon: <HousecountIcon />,
  routes: { root: rootRouteRef },
  extensions: [figuresApi, page, ...tabs, usageCard, teamContent, colleaguesWidget],
});
