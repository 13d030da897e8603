import { createApp } from '@backstage/frontend-defaults';
import housecountModule from 'backstage-plugin-analytics-module-housecount';
import alias from 'backstage-plugin-analytics-module-housecount/alpha';

export const app = createApp({ features: [housecountModule, alias] });
