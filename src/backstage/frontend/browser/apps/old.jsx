import '@backstage/ui/css/styles.css';
import { createApp } from '@backstage/app-defaults';
import { AppRouter, FlatRoutes } from '@backstage/core-app-api';
import { Sidebar, SidebarItem, SidebarPage } from '@backstage/core-components';
import {
  CatalogEntityPage,
  CatalogIndexPage,
  catalogPlugin,
  EntityLayout,
  EntitySwitch,
  isKind,
} from '@backstage/plugin-catalog';
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
import { catalogFactory, fetchFactory, SignedIn } from './portal.jsx';

const overview = (
  <EntitySwitch>
    <EntitySwitch.Case if={isHousecountUsageAvailable}>
      <EntityHousecountUsageCard />
    </EntitySwitch.Case>
  </EntitySwitch>
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

const app = createApp({
  apis: [fetchFactory, catalogFactory],
  plugins: [housecountPlugin, catalogPlugin],
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
        <Route path="/catalog" element={<CatalogIndexPage />} />
        <Route path="/catalog/:namespace/:kind/:name" element={<CatalogEntityPage />}>
          {entityPage}
        </Route>
      </FlatRoutes>
    </SidebarPage>
  </AppRouter>,
);

createRoot(document.getElementById('root')).render(<App />);
