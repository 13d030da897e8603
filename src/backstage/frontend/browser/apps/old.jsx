import '@backstage/ui/css/styles.css';
import { createApp } from '@backstage/app-defaults';
import { AppRouter, FlatRoutes } from '@backstage/core-app-api';
import { Sidebar, SidebarItem, SidebarPage } from '@backstage/core-components';
import { configApiRef, createApiFactory } from '@backstage/core-plugin-api';
import { ScmIntegrationsApi, scmIntegrationsApiRef } from '@backstage/integration-react';
import {
  CatalogEntityPage,
  CatalogIndexPage,
  catalogPlugin,
  EntityAboutCard,
  EntityLayout,
  EntitySwitch,
  isKind,
} from '@backstage/plugin-catalog';
import { ScaffolderPage, scaffolderPlugin } from '@backstage/plugin-scaffolder';
import { SearchPage, searchPlugin } from '@backstage/plugin-search';
import { SearchBar, SearchResult } from '@backstage/plugin-search-react';
import { housecountAnalyticsApiFactory } from 'backstage-plugin-analytics-module-housecount';
import {
  EntityHousecountTeamContent,
  EntityHousecountUsageCard,
  HousecountColleaguesCard,
  HousecountPage,
  housecountPlugin,
  isHousecountUsageAvailable,
} from 'backstage-plugin-housecount/legacy';
import { createRoot } from 'react-dom/client';
import { Route } from 'react-router-dom';
import { SignedIn } from './portal.jsx';

const overview = (
  <>
    <EntityAboutCard />
    <EntitySwitch>
      <EntitySwitch.Case if={isHousecountUsageAvailable}>
        <EntityHousecountUsageCard />
      </EntitySwitch.Case>
    </EntitySwitch>
  </>
);

const entityPage = (
  <EntityLayout>
    <EntityLayout.Route path="/" title="Overview">
      {overview}
    </EntityLayout.Route>
    <EntityLayout.Route path="/adoption" title="Adoption" if={isKind('group')}>
      <EntityHousecountTeamContent />
    </EntityLayout.Route>
  </EntityLayout>
);

const searchPage = (
  <>
    <SearchBar />
    <SearchResult />
  </>
);

/** As in apps that Backstage creates; templates want it. */
const integrations = createApiFactory({
  api: scmIntegrationsApiRef,
  deps: { config: configApiRef },
  factory: ({ config }) => ScmIntegrationsApi.fromConfig(config),
});

const app = createApp({
  apis: [housecountAnalyticsApiFactory, integrations],
  plugins: [housecountPlugin, catalogPlugin, scaffolderPlugin, searchPlugin],
  components: { SignInPage: SignedIn },
  __experimentalTranslations: { availableLanguages: ['en', 'de'] },
});

const Icon = () => null;

const App = app.createRoot(
  <AppRouter>
    <SidebarPage>
      <Sidebar>
        <SidebarItem icon={Icon} to="housecount" text="Housecount" />
      </Sidebar>
      <FlatRoutes>
        <Route path="/home" element={<HousecountColleaguesCard />} />
        <Route path="/housecount" element={<HousecountPage />} />
        <Route path="/create" element={<ScaffolderPage />} />
        <Route path="/search" element={<SearchPage />}>
          {searchPage}
        </Route>
        <Route path="/catalog" element={<CatalogIndexPage />} />
        <Route path="/catalog/:namespace/:kind/:name" element={<CatalogEntityPage />}>
          {entityPage}
        </Route>
      </FlatRoutes>
    </SidebarPage>
  </AppRouter>,
);

createRoot(document.getElementById('root')).render(<App />);
