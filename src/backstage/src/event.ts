/** An event as it is queued and sent: scrubbed, and with what Backstage's own events lack. */
export interface PortalEvent {
  /** A UUIDv7, given at capture: a resend is told by it. */
  id: string;
  /** When it was captured, by this browser's clock, in milliseconds since 1970. */
  timestamp: number;
  sessionId: string;
  action: string;
  subject: string;
  /** Absent is not 0. */
  value?: number;
  attributes: Record<string, unknown>;
  context: Record<string, unknown>;
}

/** An event in the queue. */
export interface QueuedEvent {
  event: PortalEvent;
  /** The tab that sends it. */
  tab: string;
  /** Marks the user who caused it, without naming them; empty while nobody is to be named. */
  who: string;
}
