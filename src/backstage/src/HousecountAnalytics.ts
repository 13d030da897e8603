import type { ConfigApi } from '@backstage/core-plugin-api';
import type { CapturedEvent, EventReceiver, PluginDiscovery, PortalFetch, UserIdentity } from './api.js';
import type { PortalEvent } from './event.js';
import { Identity } from './identity.js';
import { readOptions, type HousecountOptions, type Options } from './options.js';
import { Courier } from './queue/courier.js';
import { endpoint, Relay } from './queue/destination.js';
import { ConsoleReceiver, type Receiver } from './receiver.js';
import { scrub } from './scrub/scrubber.js';
import { isSampled, sessionId } from './session.js';
import { Settler } from './settler.js';
import { uuidv7 } from './uuid.js';
import { warnOnce } from './warn.js';

/**
 * The portal's APIs that lead to who uses it, and to its backend.
 *
 * @public
 */
export interface PortalApis {
  identityApi?: UserIdentity;
  discoveryApi?: PluginDiscovery;
  fetchApi?: PortalFetch;
}

/** The most characters of an event; the server rejects larger ones. */
const MAX_EVENT_CHARACTERS = 16_384;

/**
 * Sends a portal's analytics events to Housecount. It is an `AnalyticsApi` of the old frontend
 * system and an `AnalyticsImplementation` of the new one.
 *
 * @public
 */
export class HousecountAnalytics implements EventReceiver {
  private readonly session = sessionId(Date.now());
  private readonly settler: Settler;
  /** Whether an input method is at work: what is searched for meanwhile is no term yet. */
  private isComposing = false;

  private constructor(
    private readonly options: Options,
    private readonly receiver: Receiver,
  ) {
    this.settler = new Settler(options.searchDebounceMillis, event => receiver.accept(event));
    this.watchPage();
  }

  /**
   * Makes one from the settings under `app.analytics.housecount`. Make one for each page: it holds
   * the page's queue.
   *
   * @param config - the portal's configuration
   * @param options - settings that take the place of configured ones, and the portal's APIs:
   * `identityApi` tells who uses it (without it nobody is named; asked with `sendUser`, with
   * `sendToken` and without an endpoint), `discoveryApi` and `fetchApi` lead to the backend plugin
   * where there is no endpoint
   * @throws Error when a setting is out of its range
   */
  static fromConfig(
    config: ConfigApi,
    { identityApi, discoveryApi, fetchApi, ...given }: HousecountOptions & PortalApis = {},
  ): EventReceiver {
    const options = readOptions(config, given);
    const { url, path, debug, sendUser } = options;
    if (debug) {
      return new HousecountAnalytics(options, new ConsoleReceiver());
    }
    if (!url && !discoveryApi) {
      warnOnce('app.analytics.housecount.endpoint is not set; nothing is sent');
      return { captureEvent() {} };
    }
    const identity = new Identity(identityApi, url ? options : { sendUser, sendToken: true });
    const to = url
      ? endpoint(url)
      : // The backend knows who it is by the token, and is told to say so to nobody.
        new Relay(sendUser ? path : `${path}?user=none`, discoveryApi!, fetchApi);
    return new HousecountAnalytics(options, new Courier(to, options, identity));
  }

  /** Takes an event. Returns at once and never throws. */
  captureEvent(event: CapturedEvent): void {
    if (!isSampled(this.session, this.options.sampleRate)) {
      return;
    }
    try {
      this.settler.add(this.capture(event), this.isComposing);
    } catch {
      warnOnce('an event is no JSON or too large; it is dropped');
    }
    if (event.action === 'signOut') {
      // Now the token is still valid; the page is reloaded next.
      this.leave();
    }
  }

  private capture(event: CapturedEvent): PortalEvent {
    // Before anything looks at it: a text of any length can be pasted into a search.
    if (JSON.stringify(event).length > MAX_EVENT_CHARACTERS) {
      throw new RangeError();
    }
    const now = Date.now();
    return {
      id: uuidv7(now),
      timestamp: now,
      sessionId: this.session,
      value: event.value,
      ...scrub(event, this.options.allowed),
    };
  }

  private watchPage(): void {
    // Telephones end hidden pages without another word: hiding is the last moment that is certain.
    document.addEventListener('visibilitychange', () =>
      document.visibilityState === 'hidden' ? this.leave() : void this.receiver.arrive(),
    );
    // While they are caught on their way down, no field can keep them to itself.
    document.addEventListener('compositionstart', () => (this.isComposing = true), true);
    const end = ({ data }: CompositionEvent) => {
      this.isComposing = false;
      this.settler.composed(data);
    };
    document.addEventListener('compositionend', end, true);
    addEventListener('pagehide', () => this.leave());
    addEventListener('online', () => this.receiver.online());
  }

  private leave(): void {
    this.settler.release();
    this.receiver.leave();
  }
}
