import type { PortalEvent } from './event.js';
import { isSearch, isTypedOn } from './search.js';

/** How long a navigate waits for its richer double, in milliseconds. */
export const NAVIGATE_SETTLE_MILLIS = 2000;

/**
 * Holds back the newest event while a better version of it may follow: a search while its term is
 * still being typed, a navigate that the app's root reports before the plugin's page does. Any
 * other event ends the wait, so that the order stays.
 */
export class Settler {
  private held?: PortalEvent;
  /** Whether the held event was captured while an input method composed a text. */
  private wasComposing = false;
  private timer?: ReturnType<typeof setTimeout>;

  /**
   * @param searchMillis - how long a search waits for a longer term; 0 for not at all
   * @param emit - takes the events that are final
   */
  constructor(
    private readonly searchMillis: number,
    private readonly emit: (event: PortalEvent) => void,
  ) {}

  /**
   * Takes an event as it is captured.
   *
   * @param isComposing - whether an input method is composing a text, of which the event may be a part
   */
  add(event: PortalEvent, isComposing = false): void {
    const held = this.held;
    if (held && isDoubleVisit(held, event)) {
      this.hold(richer(held, event));
      return;
    }
    if (held && isTypedOn(held, event, this.wasComposing)) {
      this.held = undefined;
    }
    this.release();
    this.wasComposing = isComposing;
    this.hold(event);
  }

  /** An input method has put this text in place: a search that has it already is a term. */
  composed(text: string): void {
    this.wasComposing &&= !text || !this.held?.subject.includes(text);
  }

  /** Lets go what is held: nothing better can follow, for example because the tab closes. */
  release(): void {
    clearTimeout(this.timer);
    const held = this.held;
    this.held = undefined;
    if (held) {
      this.emit(held);
    }
  }

  private hold(event: PortalEvent): void {
    clearTimeout(this.timer);
    this.held = event;
    const wait = this.patience(event);
    if (wait) {
      this.timer = setTimeout(() => this.release(), wait);
    } else {
      this.release();
    }
  }

  private patience({ action }: PortalEvent): number {
    if (action === 'navigate') {
      return NAVIGATE_SETTLE_MILLIS;
    }
    return isSearch(action) ? this.searchMillis : 0;
  }
}

function isDoubleVisit(before: PortalEvent, after: PortalEvent): boolean {
  return (
    after.action === 'navigate' &&
    before.action === 'navigate' &&
    after.subject === before.subject &&
    after.timestamp - before.timestamp <= NAVIGATE_SETTLE_MILLIS
  );
}

/** The plugin's own navigate, with the id and the time of the first: that is when the visit was. */
function richer(first: PortalEvent, second: PortalEvent): PortalEvent {
  if (isOfRoot(second) && !isOfRoot(first)) {
    return first;
  }
  return { ...second, id: first.id, timestamp: first.timestamp };
}

function isOfRoot({ context }: PortalEvent): boolean {
  return context.pluginId === 'app' || context.pluginId === 'root';
}
