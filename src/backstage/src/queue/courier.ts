import type { PortalEvent } from '../event.js';
import type { Identity } from '../identity.js';
import type { Options } from '../options.js';
import type { Receiver } from '../receiver.js';
import { uuidv7 } from '../uuid.js';
import type { Destination } from './destination.js';
import { inherit } from './heir.js';
import { Outbox } from './outbox.js';
import { Store } from './store.js';
import { tabs } from './tabs.js';

/** Brings events to the server: keeps them, sends them, takes over what closed tabs have left. */
export class Courier implements Receiver {
  private readonly tab = uuidv7(Date.now());
  private readonly tabs = tabs(this.tab);
  private readonly store = new Store();
  private readonly outbox: Outbox;

  constructor(
    to: Destination,
    options: Options,
    private readonly identity: Identity,
  ) {
    this.outbox = new Outbox(to, options, identity, this.store);
    // A failure shows again at the first flush, which knows what to do about it.
    Promise.all([identity.refresh(), to.find()])
      .then(() => this.arrive())
      .catch(() => {});
  }

  accept(event: PortalEvent): void {
    const row = { event, tab: this.tab, who: this.identity.mark };
    void this.store.put([row]);
    this.outbox.add([row]);
  }

  leave(): void {
    this.outbox.sendNow();
  }

  async arrive(): Promise<void> {
    if (this.identity.ready) {
      this.outbox.add(await inherit(this.tab, this.store, this.tabs, this.identity));
    }
  }

  online(): void {
    this.outbox.online();
  }
}
