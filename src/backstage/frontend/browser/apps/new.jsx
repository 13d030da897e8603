import '@backstage/ui/css/styles.css';
import { createApp } from '@backstage/frontend-defaults';
import { ApiBlueprint, createFrontendModule } from '@backstage/frontend-plugin-api';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import homePlugin from '@backstage/plugin-home/alpha';
import housecountPlugin from 'backstage-plugin-housecount';
import { createRoot } from 'react-dom/client';
import { catalogFactory, fetchFactory, SignedIn } from './portal.jsx';

const app = createApp({
  features: [
    catalogPlugin,
    homePlugin,
    housecountPlugin,
    createFrontendModule({
      pluginId: 'app',
      extensions: [
        ApiBlueprint.make({ name: 'fetch', params: define => define(fetchFactory) }),
        SignInPageBlueprint.make({ params: { loader: async () => SignedIn } }),
      ],
    }),
    createFrontendModule({
      pluginId: 'catalog',
      extensions: [ApiBlueprint.make({ params: define => define(catalogFactory) })],
    }),
  ],
});

createRoot(document.getElementById('root')).render(app.createRoot());
