import {
  analyticsApiRef,
  configApiRef,
  createApiFactory,
  discoveryApiRef,
  fetchApiRef,
  identityApiRef,
  type AnalyticsApi,
  type ApiFactory,
  type ConfigApi,
  type DiscoveryApi,
  type FetchApi,
  type IdentityApi,
} from '@backstage/core-plugin-api';
import { HousecountAnalytics } from './HousecountAnalytics.js';

/**
 * Makes Housecount the receiver of a portal's analytics events: add it to the `apis` of `createApp`.
 *
 * @public
 */
export const housecountAnalyticsApiFactory: ApiFactory<
  AnalyticsApi,
  AnalyticsApi,
  { config: ConfigApi; identityApi: IdentityApi; discoveryApi: DiscoveryApi; fetchApi: FetchApi }
> = createApiFactory({
  api: analyticsApiRef,
  deps: { config: configApiRef, identityApi: identityApiRef, discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
  factory: ({ config, ...apis }) => HousecountAnalytics.fromConfig(config, apis),
});
