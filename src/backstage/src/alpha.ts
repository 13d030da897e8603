/**
 * Backstage analytics for Housecount: the new frontend system's module.
 *
 * @packageDocumentation
 */
import {
  configApiRef,
  createFrontendModule,
  identityApiRef,
  type FrontendModule,
} from '@backstage/frontend-plugin-api';
import { AnalyticsImplementationBlueprint } from '@backstage/plugin-app-react';
import { HousecountAnalytics } from './HousecountAnalytics.js';

/**
 * Makes Housecount a receiver of a portal's analytics events: add it to the `features` of
 * `createApp`.
 *
 * @alpha
 */
const housecountModule: FrontendModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    AnalyticsImplementationBlueprint.make({
      name: 'housecount',
      params: define =>
        define({
          deps: { config: configApiRef, identityApi: identityApiRef },
          factory: ({ config, identityApi }) => HousecountAnalytics.fromConfig(config, { identityApi }),
        }),
    }),
  ],
});

export default housecountModule;
