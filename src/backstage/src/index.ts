/**
 * Backstage analytics for Housecount: the old frontend system's module. The new one's is in
 * `backstage-plugin-analytics-module-housecount/alpha`.
 *
 * @packageDocumentation
 */
export { HousecountAnalytics } from './HousecountAnalytics.js';
export { housecountAnalyticsApiFactory } from './apiFactory.js';
export type { CapturedEvent, EventReceiver, UserIdentity } from './api.js';
