/**
 * Backstage analytics for Housecount: the new frontend system's module is the default export, the
 * old one's factory a named one.
 *
 * @packageDocumentation
 */
export { HousecountAnalytics } from './HousecountAnalytics.js';
export { housecountAnalyticsApiFactory } from './apiFactory.js';
export { housecountModule as default, type HousecountModule } from './frontendModule.js';
export type { CapturedEvent, EventReceiver, UserIdentity } from './api.js';
export type { HousecountOptions } from './options.js';
