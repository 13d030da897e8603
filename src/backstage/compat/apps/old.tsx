import { createApp } from '@backstage/app-defaults';
import { analyticsApiRef, configApiRef, createApiFactory, identityApiRef } from '@backstage/core-plugin-api';
import { HousecountAnalytics, housecountAnalyticsApiFactory } from 'backstage-plugin-analytics-module-housecount';

export const app = createApp({ apis: [housecountAnalyticsApiFactory] });

/** As the how-to has it. */
export const own = createApiFactory({
  api: analyticsApiRef,
  deps: { configApi: configApiRef, identityApi: identityApiRef },
  factory: ({ configApi, identityApi }) =>
    HousecountAnalytics.fromConfig(configApi, { identityApi, endpoint: 'https://acme.test' }),
});
