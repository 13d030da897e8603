import { attachComponentData, createApiFactory, discoveryApiRef, fetchApiRef } from '@backstage/core-plugin-api';
import {
  ApiBlueprint,
  createExtension,
  createExtensionDataRef,
  createRouteRef,
  ExtensionBoundary,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { EntityCardBlueprint, EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import type { ReactElement } from 'react';
import { Figures, figuresApiRef } from './figures.ts';
import { HousecountIcon } from './icon.tsx';
import { USED_KINDS } from './kinds.ts';
import { ENGLISH } from './messages/english.ts';
import { TABS } from './tabs.ts';
import { titled } from './titled.ts';

export const rootRouteRef = createRouteRef();

/** Extensions that show figures are there for people who may read them. */
const MAY_READ = { permissions: { $contains: 'housecount.insights.read' } };

const { plugin: texts } = ENGLISH;

export const figuresApi = ApiBlueprint.make({
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

export const page = PageBlueprint.make({
  if: MAY_READ,
  params: { path: '/housecount', title: texts.title, icon: <HousecountIcon />, routeRef: rootRouteRef },
});

export const tabs = TABS.map(path =>
  SubPageBlueprint.make({
    name: path,
    if: MAY_READ,
    params: {
      path,
      title: titled(`plugin.tabs.${path}`, texts.tabs[path]),
      loader: async () => (await import('./pages/index.tsx')).pageOf(path),
    },
  }),
);

export const usageCard = EntityCardBlueprint.make({
  name: 'usage',
  if: MAY_READ,
  params: {
    filter: { kind: { $in: [...USED_KINDS] } },
    type: 'content',
    loader: async () => {
      const { UsageCard } = await import('./cards/index.tsx');
      return <UsageCard />;
    },
  },
});

export const teamContent = EntityContentBlueprint.make({
  name: 'team',
  if: MAY_READ,
  params: {
    path: '/adoption',
    title: titled('plugin.teamTab', texts.teamTab),
    filter: { kind: 'group' },
    loader: async () => {
      const { TeamContent } = await import('./cards/index.tsx');
      return <TeamContent />;
    },
  },
});

/** What the home plugin takes; written out, since most portals that have no such page lack its package, too. */
const widgetDataRef = createExtensionDataRef<{
  component: ReactElement;
  name: string;
  title: string;
  description: string;
}>().with({ id: 'home.widget.data' });

export const colleaguesWidget = createExtension({
  kind: 'home-page-widget',
  name: 'colleagues',
  if: MAY_READ,
  attachTo: { id: 'page:home', input: 'widgets' },
  output: [widgetDataRef],
  factory: ({ node }) => {
    const name = 'HousecountColleagues';
    const { title, description } = texts.colleagues;
    const loaded = ExtensionBoundary.lazy(node, async () => {
      const { ColleaguesCard } = await import('./cards/index.tsx');
      return <ColleaguesCard />;
    });
    const Widget = (): ReactElement => loaded;
    // By these the grid of the home page knows widgets, and offers them.
    attachComponentData(Widget, 'core.extensionName', name);
    attachComponentData(Widget, 'title', title);
    attachComponentData(Widget, 'description', description);
    return [widgetDataRef({ component: <Widget />, name, title, description })];
  },
});
