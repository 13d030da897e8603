import { createApp } from '@backstage/app-defaults';
import { AppRouter, FlatRoutes } from '@backstage/core-app-api';
import { createApiFactory } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  AdoptionInsightsPage,
  adoptionInsightsPlugin,
} from '@red-hat-developer-hub/backstage-plugin-adoption-insights/legacy';
import { createRoot } from 'react-dom/client';
import { Route } from 'react-router-dom';
import { fetchApiFactory } from './fetch.js';
import { emptyCatalog, SignedIn } from './signIn.js';

const app = createApp({
  apis: [fetchApiFactory, createApiFactory(catalogApiRef, emptyCatalog)],
  plugins: [adoptionInsightsPlugin],
  components: { SignInPage: SignedIn },
});

const App = app.createRoot(
  <AppRouter>
    <FlatRoutes>
      <Route path="/adoption-insights" element={<AdoptionInsightsPage />} />
    </FlatRoutes>
  </AppRouter>,
);

createRoot(document.getElementById('root')).render(<App />);
