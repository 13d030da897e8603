import {
  analyticsApiRef,
  configApiRef,
  createApiFactory,
  identityApiRef,
  type AnalyticsApi,
  type ApiFactory,
  type ConfigApi,
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
  { config: ConfigApi; identityApi: IdentityApi }
> = createApiFactory({
  api: analyticsApiRef,
  deps: { config: configApiRef, identityApi: identityApiRef },
  factory: ({ config, identityApi }) => HousecountAnalytics.fromConfig(config, { identityApi }),
});
