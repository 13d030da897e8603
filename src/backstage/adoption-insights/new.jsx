import { createApp } from '@backstage/frontend-defaults';
import {
  ApiBlueprint,
  createApiFactory,
  createFrontendModule,
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import adoptionInsights, {
  adoptionInsightsTranslationsModule,
} from '@red-hat-developer-hub/backstage-plugin-adoption-insights';
import { createRoot } from 'react-dom/client';
import { fetchApiFactory } from './fetch.js';
import { emptyCatalog, SignedIn } from './signIn.js';

/** Where the page's links to entities lead. */
const catalog = createFrontendPlugin({
  pluginId: 'catalog',
  routes: { catalogEntity: entityRouteRef },
  extensions: [
    PageBlueprint.make({
      name: 'entity',
      params: { path: '/catalog/:namespace/:kind/:name', routeRef: entityRouteRef, loader: async () => null },
    }),
  ],
});

const portal = createFrontendModule({
  pluginId: 'app',
  extensions: [
    ApiBlueprint.make({ name: 'fetch', params: define => define(fetchApiFactory) }),
    ApiBlueprint.make({
      name: 'catalog',
      params: define => define(createApiFactory(catalogApiRef, emptyCatalog)),
    }),
    SignInPageBlueprint.make({ params: { loader: async () => SignedIn } }),
  ],
});

const app = createApp({ features: [adoptionInsights, adoptionInsightsTranslationsModule, catalog, portal] });

createRoot(document.getElementById('root')).render(app.createRoot());
