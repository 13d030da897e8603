import { createApp } from '@backstage/frontend-defaults';
import { ApiBlueprint, createApiFactory, createFrontendModule } from '@backstage/frontend-plugin-api';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import adoptionInsights, {
  adoptionInsightsTranslationsModule,
} from '@red-hat-developer-hub/backstage-plugin-adoption-insights';
import { createRoot } from 'react-dom/client';
import { fetchApiFactory } from './fetch.js';
import { emptyCatalog, SignedIn } from './signIn.js';

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

const app = createApp({ features: [adoptionInsights, adoptionInsightsTranslationsModule, portal] });

createRoot(document.getElementById('root')).render(app.createRoot());
