import type { QueuedEvent } from '../event.js';
import type { Identity } from '../identity.js';
import type { Options } from '../options.js';
import { warnOnce } from '../warn.js';
import type { Answer } from './answer.js';
import { Backoff } from './backoff.js';
import { countFitting, KEEPALIVE_BYTES } from './batch.js';
import type { Destination } from './destination.js';
import { encode, post } from './post.js';
import type { Store } from './store.js';

type Limits = Pick<Options, 'flushIntervalMillis' | 'maxBatchEvents' | 'maxQueueEvents' | 'backstageVersion'>;

/**
 * Sends events in batches and keeps each until the server has answered for it. A batch that is
 * under way is in no other one, so nothing is sent twice but after a failure, with the same ids.
 */
export class Outbox {
  private readonly backoff = new Backoff();
  private waiting: QueuedEvent[] = [];
  private timer?: ReturnType<typeof setTimeout>;
  /** When the timer goes off. */
  private due = Infinity;
  private isPumping = false;
  private bytesUnderWay = 0;
  /** Lower than the limit after a 413. */
  private batchEvents: number;
  private notBefore = 0;
  /** Whether the server asked for the pause, and did not just fail to answer. */
  private isHeld = false;
  /** The token that was refused last, '' for none; undefined while none was. */
  private refusedToken?: string;

  constructor(
    private readonly to: Destination,
    private readonly limits: Limits,
    private readonly identity: Identity,
    private readonly store: Store,
  ) {
    this.batchEvents = limits.maxBatchEvents;
  }

  /** Queues events, which the store knows already or is about to be told of. */
  add(rows: QueuedEvent[]): void {
    this.waiting = [...this.waiting, ...rows].sort((a, b) => (a.event.id < b.event.id ? -1 : 1));
    const excess = this.waiting.length - this.limits.maxQueueEvents;
    if (excess > 0) {
      warnOnce('the queue is full; the oldest events are dropped');
      void this.store.remove(this.waiting.splice(0, excess));
    }
    const full = countFitting(this.waiting, this.batchEvents + 1);
    this.schedule(full >= this.batchEvents || full < this.waiting.length ? 0 : this.limits.flushIntervalMillis);
  }

  /** The network is back: a pause that only guessed when it would be is over. */
  online(): void {
    if (!this.isHeld) {
      this.notBefore = 0;
      this.backoff.reset();
    }
    this.schedule(0);
  }

  /**
   * Sends what fits now, with what is known now: the page may be gone before a look-up ends. What
   * does not fit is in the store for the next page.
   */
  sendNow(): void {
    if (!this.to.url || !this.identity.ready || this.isTokenRefused() || (this.isHeld && Date.now() < this.notBefore)) {
      return;
    }
    this.claim();
    while (this.send(KEEPALIVE_BYTES - this.bytesUnderWay)) {
      // Each call takes a batch.
    }
  }

  /** An earlier time wins: events that keep coming must not put off those that wait. */
  private schedule(delay: number): void {
    const due = Math.max(Date.now() + delay, this.notBefore);
    if (this.isPumping || this.waiting.length === 0 || due >= this.due) {
      return;
    }
    clearTimeout(this.timer);
    this.due = due;
    this.timer = setTimeout(() => void this.pump(), due - Date.now());
  }

  /** Sends batch after batch until none is left or a pause is due. */
  private async pump(): Promise<void> {
    this.due = Infinity;
    this.isPumping = true;
    try {
      while (this.waiting.length > 0 && Date.now() >= this.notBefore) {
        await Promise.all([this.identity.refresh(), this.to.find()]);
        if (this.isTokenRefused()) {
          this.pause(undefined);
          break;
        }
        this.claim();
        await this.send(undefined, true);
      }
    } catch {
      // The portal's identity provider or discovery failed; it is asked again like a server that did.
      this.pause(undefined);
    } finally {
      this.isPumping = false;
      this.schedule(0);
    }
  }

  /** What was captured before anybody was known belongs to whoever is now. */
  private claim(): void {
    const { mark } = this.identity;
    const nobodys = this.waiting.filter(row => mark && !row.who);
    if (nobodys.length > 0) {
      nobodys.forEach(row => (row.who = mark));
      void this.store.put(nobodys);
    }
  }

  private isTokenRefused(): boolean {
    return this.refusedToken !== undefined && this.refusedToken === (this.identity.token ?? '');
  }

  /**
   * @param isFresh - whether the token was read just now
   * @returns undefined when nothing waits or the first event does not fit
   */
  private send(maxBytes?: number, isFresh = false): Promise<void> | undefined {
    const count = countFitting(this.waiting, this.batchEvents);
    const rows = this.waiting.slice(0, count);
    const body = encode(rows, this.identity, Date.now(), this.limits.backstageVersion);
    const bytes = new TextEncoder().encode(body).length;
    if (count === 0 || (maxBytes !== undefined && bytes > maxBytes)) {
      return undefined;
    }
    this.waiting.splice(0, count);
    return this.deliver(rows, body, bytes, isFresh);
  }

  private async deliver(rows: QueuedEvent[], body: string, bytes: number, isFresh: boolean): Promise<void> {
    const { token } = this.identity;
    this.bytesUnderWay += bytes;
    const answer = await post(this.to, body, token, isFresh);
    this.bytesUnderWay -= bytes;
    if (answer.kind === 'denied' && this.waitsForToken(token ?? '', isFresh)) {
      this.pause(undefined);
      this.add(rows);
    } else {
      await this.settle(rows, answer);
    }
  }

  /**
   * Whether a refusal may be the token's fault: it is, unless a fresh one meets it, too, after
   * another had.
   */
  private waitsForToken(token: string, isFresh: boolean): boolean {
    const waits =
      this.identity.sendToken && !(token && isFresh && this.refusedToken !== undefined && this.refusedToken !== token);
    if (this.identity.sendToken) {
      this.refusedToken = token;
    }
    return waits;
  }

  private async settle(rows: QueuedEvent[], answer: Answer): Promise<void> {
    if (answer.kind === 'later') {
      this.pause(answer.waitMillis);
      this.add(rows);
      return;
    }
    this.isHeld = false;
    this.backoff.reset();
    if (answer.kind !== 'denied') {
      this.refusedToken = undefined;
    }
    if (answer.kind === 'split' && rows.length > 1) {
      this.batchEvents = Math.ceil(rows.length / 2);
      this.add(rows);
      return;
    }
    if (answer.kind === 'split') {
      // It was this event, not the number of them.
      this.batchEvents = this.limits.maxBatchEvents;
      warnOnce('an event is too large; it is dropped');
    } else if (answer.kind === 'refused' || answer.kind === 'denied') {
      warnOnce(`the server refuses events (${answer.status}); they are dropped`);
    } else {
      answer.rejected.forEach(({ reason }) => warnOnce(`the server refuses events (${reason}); they are dropped`));
    }
    await this.store.remove(rows);
  }

  private pause(asked: number | undefined): void {
    this.isHeld = asked !== undefined;
    this.notBefore = Date.now() + this.backoff.next(asked);
  }
}
