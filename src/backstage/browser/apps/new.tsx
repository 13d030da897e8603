import { createApp } from '@backstage/frontend-defaults';
import {
  ApiBlueprint,
  createFrontendModule,
  createFrontendPlugin,
  createRouteRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';
import { searchApiRef } from '@backstage/plugin-search-react';
import housecountModule from 'backstage-plugin-analytics-module-housecount';
import { createRoot } from 'react-dom/client';
import { AutomaticSignIn, emptySearch, Home, Thing } from './pages.js';

const homeRef = createRouteRef();
const thingRef = createRouteRef({ params: ['name'] });

const plugin = createFrontendPlugin({
  pluginId: 'things',
  extensions: [
    ApiBlueprint.make({
      name: 'search',
      params: define => define({ api: searchApiRef, deps: {}, factory: () => emptySearch }),
    }),
    PageBlueprint.make({
      name: 'home',
      params: { path: '/', noHeader: true, routeRef: homeRef, loader: async () => <Home /> },
    }),
    PageBlueprint.make({
      name: 'thing',
      params: {
        path: '/things/:name',
        noHeader: true,
        routeRef: thingRef,
        loader: async () => <Thing />,
      },
    }),
  ],
});

const signIn = createFrontendModule({
  pluginId: 'app',
  extensions: [
    SignInPageBlueprint.make({
      params: { loader: async () => AutomaticSignIn },
    }),
  ],
});

const app = createApp({ features: [housecountModule, plugin, signIn] });

createRoot(document.getElementById('root')!).render(app.createRoot());
