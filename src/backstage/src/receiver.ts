import type { PortalEvent } from './event.js';

/** Takes events that are final, and is told what happens to the page. */
export interface Receiver {
  accept(event: PortalEvent): void;
  /** The page may be gone after this call. */
  leave(): void;
  /** The page is looked at again. */
  arrive(): Promise<void>;
  /** The network is back. */
  online(): void;
}

/** For debugging: shows events, as they would be sent, and sends none. */
export class ConsoleReceiver implements Receiver {
  accept(event: PortalEvent): void {
    // eslint-disable-next-line no-console
    console.log('Housecount', event);
  }

  leave(): void {}

  async arrive(): Promise<void> {}

  online(): void {}
}
