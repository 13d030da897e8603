/**
 * Backstage analytics for Housecount: the new frontend system's module is the default export, the
 * old one's factory a named one.
 *
 * @packageDocumentation
 */
export { HousecountAnalytics, type PortalApis } from './HousecountAnalytics.js';
export { housecountAnalyticsApiFactory } from './apiFactory.js';
export { housecountModule as default, type HousecountModule } from './frontendModule.js';
export type { CapturedEvent, EventReceiver, PluginDiscovery, PortalFetch, UserIdentity } from './api.js';
export type { HousecountOptions } from './options.js';
