export interface Config {
  app?: {
    analytics?: {
      /**
       * Write events to the console instead of sending them; the same as housecount.debug.
       * @visibility frontend
       */
      debug?: boolean;
      housecount?: {
        /**
         * The URL of the Housecount function, or of a proxy to it; may end with a path. Without it,
         * events go to the portal's own backend plugin, backstage-plugin-housecount-backend, with the
         * user's token.
         * @visibility frontend
         */
        endpoint?: string;
        /**
         * The path below the endpoint; change it where an ad blocker matches it. Default: /collect
         * @visibility frontend
         */
        path?: string;
        /**
         * Write events to the console, as they would be sent, and send none. Default: false
         * @visibility frontend
         */
        debug?: boolean;
        /**
         * How long events wait for others before they are sent, in seconds; from 1 to 3600. Hiding
         * or closing the tab sends them at once. Default: 10
         * @visibility frontend
         */
        flushIntervalSeconds?: number;
        /**
         * How many events are sent in one request; as many are sent at once without waiting. From 1
         * to 500. Default: 50
         * @visibility frontend
         */
        maxBatchEvents?: number;
        /**
         * How many events wait while the endpoint cannot be reached; beyond that the oldest are
         * dropped, with a warning. From 1 to 10000. Default: 1000
         * @visibility frontend
         */
        maxQueueEvents?: number;
        /**
         * For how long a search waits for the one that it becomes when it is typed on or composed,
         * and which replaces it, in seconds; from 0 (off) to 60. Default: 3
         * @visibility frontend
         */
        searchDebounceSeconds?: number;
        /**
         * The share of sessions that are counted, from 0 to 1; a session is counted whole or not at
         * all. Default: 1
         * @visibility frontend
         */
        sampleRate?: number;
        /**
         * Send the user's entity ref with each event; the server stores a keyed hash of it, by which
         * it counts users. Off, events carry a random session id and nobody's name, and the backend
         * plugin names nobody either. Default: true
         * @visibility frontend
         */
        sendUser?: boolean;
        /**
         * Send the user's Backstage token in the Authorization header, for endpoints that check it
         * (the backend's proxy does). Without an endpoint it is sent anyway. Default: false
         * @visibility frontend
         */
        sendToken?: boolean;
        /**
         * Attributes that are kept besides those of Backstage's own plugins; the server has to allow
         * them too. Default: none
         * @deepVisibility frontend
         */
        attributes?: string[];
        /**
         * Context keys that are kept besides Backstage's own; the server has to allow them too.
         * Default: none
         * @deepVisibility frontend
         */
        context?: string[];
        /**
         * The portal's version of Backstage, which no browser can know by itself; sent with each
         * batch. Letters, digits, dots, hyphens, plus signs and underscores, at most 64.
         * Default: none
         * @visibility frontend
         */
        backstageVersion?: string;
      };
    };
  };
  analytics?: {
    /**
     * The same as app.analytics.housecount.debug.
     * @visibility frontend
     */
    debug?: boolean;
  };
}
