import { createApp } from '@backstage/app-defaults';
import { AppRouter, FlatRoutes } from '@backstage/core-app-api';
import { createApiFactory, createPlugin, createRoutableExtension } from '@backstage/core-plugin-api';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  AdoptionInsightsPage,
  adoptionInsightsPlugin,
} from '@red-hat-developer-hub/backstage-plugin-adoption-insights/legacy';
import { createRoot } from 'react-dom/client';
import { Route } from 'react-router-dom';
import { fetchApiFactory } from './fetch.js';
import { emptyCatalog, SignedIn } from './signIn.js';

/** Where the page's links to entities lead. */
const catalog = createPlugin({ id: 'catalog', routes: { catalogEntity: entityRouteRef } });
const EntityPage = catalog.provide(
  createRoutableExtension({ name: 'EntityPage', component: async () => () => null, mountPoint: entityRouteRef }),
);

const app = createApp({
  apis: [fetchApiFactory, createApiFactory(catalogApiRef, emptyCatalog)],
  plugins: [adoptionInsightsPlugin, catalog],
  components: { SignInPage: SignedIn },
});

const App = app.createRoot(
  <AppRouter>
    <FlatRoutes>
      <Route path="/adoption-insights" element={<AdoptionInsightsPage />} />
      <Route path="/catalog/:namespace/:kind/:name" element={<EntityPage />} />
    </FlatRoutes>
  </AppRouter>,
);

createRoot(document.getElementById('root')).render(<App />);
