import { createApiRef, type DiscoveryApi, type FetchApi } from '@backstage/core-plugin-api';
import { Client } from '../../../dashboard/server/client.ts';

/** What the plugin's pages and cards share while the app is open. */
export class Figures {
  /** Asks the portal's backend, each question once. */
  readonly client: Client;
  /** What was chosen last, as it stands in an address: kept on the way from one tab to another. */
  chosen = '';

  constructor(discovery: DiscoveryApi, { fetch }: FetchApi) {
    this.client = new Client({
      // Where the backend is may depend on who asks, so it is looked up each time.
      fetch: async (path, init) => fetch(`${await discovery.getBaseUrl('housecount')}${String(path)}`, init),
      token: () => null,
      now: () => performance.now(),
    });
  }
}

/** By which pages and cards find it. */
export const figuresApiRef = createApiRef<Figures>({ id: 'plugin.housecount.figures' });
