import '@backstage/ui/css/styles.css';
import { createApp } from '@backstage/frontend-defaults';
import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import homePlugin from '@backstage/plugin-home/alpha';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import searchPlugin from '@backstage/plugin-search/alpha';
import housecountModule from 'backstage-plugin-analytics-module-housecount';
import housecountPlugin from 'backstage-plugin-housecount';
import { createRoot } from 'react-dom/client';
import { SignedIn } from './portal.jsx';

const app = createApp({
  features: [
    catalogPlugin,
    homePlugin,
    scaffolderPlugin,
    searchPlugin,
    housecountModule,
    housecountPlugin,
    createFrontendModule({
      pluginId: 'app',
      extensions: [SignInPageBlueprint.make({ params: { loader: async () => SignedIn } })],
    }),
  ],
});

createRoot(document.getElementById('root')).render(app.createRoot());
