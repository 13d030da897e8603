import { createApp } from '@backstage/app-defaults';
import { AppRouter, FlatRoutes } from '@backstage/core-app-api';
import { createApiFactory, createPlugin, createRoutableExtension, createRouteRef } from '@backstage/core-plugin-api';
import { searchApiRef } from '@backstage/plugin-search-react';
import { housecountAnalyticsApiFactory } from 'backstage-plugin-analytics-module-housecount';
import { createRoot } from 'react-dom/client';
import { Route } from 'react-router-dom';
import { AutomaticSignIn, emptySearch, Home, Thing } from './pages.js';

const homeRef = createRouteRef({ id: 'home' });
const thingRef = createRouteRef({ id: 'thing', params: ['name'] });

const plugin = createPlugin({
  id: 'things',
  routes: { home: homeRef, thing: thingRef },
});
const HomePage = plugin.provide(
  createRoutableExtension({
    name: 'HomePage',
    component: async () => Home,
    mountPoint: homeRef,
  }),
);
const ThingPage = plugin.provide(
  createRoutableExtension({
    name: 'ThingPage',
    component: async () => Thing,
    mountPoint: thingRef,
  }),
);

const app = createApp({
  apis: [housecountAnalyticsApiFactory, createApiFactory(searchApiRef, emptySearch)],
  plugins: [plugin],
  components: { SignInPage: AutomaticSignIn },
});

const App = app.createRoot(
  <AppRouter>
    <FlatRoutes>
      <Route path="/" element={<HomePage />} />
      <Route path="/things/:name" element={<ThingPage />} />
    </FlatRoutes>
  </AppRouter>,
);

createRoot(document.getElementById('root')!).render(<App />);
