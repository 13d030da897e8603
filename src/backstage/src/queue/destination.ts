import type { PluginDiscovery, PortalFetch } from '../api.js';

/** The backend plugin that takes events for Housecount. */
const PLUGIN = 'housecount';

/** Where batches go, and how. */
export interface Destination {
  /** Undefined until it is known: a closing tab cannot wait for that. */
  readonly url?: string;
  /** Whether the portal's backend takes the batches, and knows their user by the token. */
  readonly isRelay: boolean;
  readonly fetch?: typeof fetch;
  /**
   * Makes the URL known.
   *
   * @throws whatever the portal's discovery throws
   */
  find(): Promise<void>;
}

/** An endpoint that the settings name. */
export const endpoint = (url: string): Destination => ({ url, isRelay: false, find: async () => {} });

/** The portal's own backend plugin. */
export class Relay implements Destination {
  readonly isRelay = true;
  url?: string;

  /** @param path - of the plugin, with what else is to be said in its query */
  constructor(
    private readonly path: string,
    private readonly discovery: PluginDiscovery,
    private readonly portal?: PortalFetch,
  ) {}

  // With the middleware that the portal has; its own adds the token, too.
  readonly fetch: typeof fetch = (...request) => (this.portal ?? globalThis).fetch(...request);

  async find(): Promise<void> {
    this.url ??= (await this.discovery.getBaseUrl(PLUGIN)) + this.path;
  }
}
