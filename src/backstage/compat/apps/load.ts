import { ConfigReader } from '@backstage/config';
import housecountModule, {
  HousecountAnalytics,
  housecountAnalyticsApiFactory,
} from 'backstage-plugin-analytics-module-housecount';
import alias from 'backstage-plugin-analytics-module-housecount/alpha';

/** Executed, not only bundled: what the package says when it is loaded. */
const receiver = HousecountAnalytics.fromConfig(new ConfigReader({}), { endpoint: '' });
receiver.captureEvent({ action: 'click', subject: 'Save', context: {} });
if (alias !== housecountModule || housecountAnalyticsApiFactory.api.id !== 'core.analytics') {
  throw new Error('the package exports something else');
}
