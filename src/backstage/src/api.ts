/**
 * An analytics event as either of Backstage's frontend systems captures it.
 *
 * @public
 */
export interface CapturedEvent {
  /** What was done, for example `navigate`. */
  action: string;
  /** What it was done to: a path, a term, a link's text. */
  subject: string;
  /** A number that belongs to the event; absent is not 0. */
  value?: number;
  /** Only allowed keys are sent. */
  attributes?: Record<string, string | boolean | number | undefined>;
  /** Where in the portal it happened; only allowed keys are sent. */
  context: Record<string, string | boolean | number | undefined>;
}

/**
 * A receiver of events: `AnalyticsApi` in the old frontend system, `AnalyticsImplementation` in the
 * new one.
 *
 * @public
 */
export interface EventReceiver {
  /** Takes an event. Returns at once and never throws. */
  captureEvent(event: CapturedEvent): void;
}

/**
 * The part of Backstage's `DiscoveryApi` that is used.
 *
 * @public
 */
export interface PluginDiscovery {
  /** The URL of a plugin of the portal's backend. */
  getBaseUrl(pluginId: string): Promise<string>;
}

/**
 * The part of Backstage's `FetchApi` that is used.
 *
 * @public
 */
export interface PortalFetch {
  fetch: typeof fetch;
}

/**
 * The part of Backstage's `IdentityApi` that is used.
 *
 * @public
 */
export interface UserIdentity {
  /** Names the user by their entity ref. */
  getBackstageIdentity(): Promise<{ userEntityRef: string }>;
  /** The user's Backstage token; none for guests. */
  getCredentials(): Promise<{ token?: string }>;
}
