import { coreServices, createBackendPlugin } from '@backstage/backend-plugin-api';
import { readSettings } from './settings';

/**
 * Housecount in a portal's backend.
 *
 * @public
 */
export const housecountPlugin = createBackendPlugin({
  pluginId: 'housecount',
  register(env) {
    env.registerInit({
      deps: { config: coreServices.rootConfig },
      async init({ config }) {
        readSettings(config);
      },
    });
  },
});
