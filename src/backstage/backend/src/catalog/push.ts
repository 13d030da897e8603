import { newGeneration, pages } from '../shared/pages.cjs';
import { Digest } from './digest';
import type { Reduced } from './entities';
import type { Inbox, Receipt } from './inbox';

/** What was pushed last. */
export interface Pushed {
  generation: string;
  pages: number;
  /** Of {@link Digest}. */
  digest: string;
  /** When, in milliseconds since 1970. */
  at: number;
}

/** Where that is kept. */
export interface Memory {
  read(): Promise<Pushed | undefined>;
  write(pushed: Pushed): Promise<void>;
}

/** How a push went: what Housecount says, and whether it was sent at all. */
export interface Outcome extends Receipt {
  sent: boolean;
}

/**
 * Until so many bytes of compressed pages wait, none is sent, because the catalog may have been
 * pushed already. It is some hundred thousand entities; beyond it pages go as they come.
 */
const HELD_BYTES = 16 * 1024 * 1024;

/**
 * After so long even the same is sent again: Housecount takes a catalog that nobody pushed for two
 * days for old, and may have been told meanwhile to capture more of it. In milliseconds.
 */
const SAME_MILLIS = 24 * 3_600_000;

/** Pushes a catalog, unless it says what was pushed last. */
export class Push {
  private readonly generation = newGeneration();
  private held: Buffer[] = [];
  private heldBytes = 0;
  private count = 0;
  /** How many of the pages were sent. */
  private sent = 0;

  constructor(
    private readonly inbox: Inbox,
    private readonly memory: Memory,
    private readonly warn: (problem: string) => void,
    private readonly heldMost = HELD_BYTES,
  ) {}

  /**
   * @returns undefined where there is no entity: nothing is pushed, since that would remove everybody
   * @throws Error when it could not be done; then the catalog of before stands
   */
  async run(entities: AsyncIterable<Reduced>, signal: AbortSignal): Promise<Outcome | undefined> {
    const digest = new Digest();
    for await (const page of pages(entities, this.warn, line => digest.add(line))) {
      await this.hold(page, signal);
    }
    if (this.count === 0) {
      return undefined;
    }
    return (await this.repeat(`${digest}`, signal)) ?? this.finish(`${digest}`, signal);
  }

  private async hold(page: Buffer, signal: AbortSignal): Promise<void> {
    this.count++;
    this.held.push(page);
    this.heldBytes += page.length;
    if (this.sent > 0 || this.heldBytes > this.heldMost) {
      await this.send(signal);
      this.held = [];
    }
  }

  private async send(signal: AbortSignal): Promise<void> {
    for (const page of this.held) {
      await this.inbox.page(this.generation, ++this.sent, page, signal);
    }
  }

  /** Says that nothing has changed, where that is so and Housecount still has what it was. */
  private async repeat(digest: string, signal: AbortSignal): Promise<Outcome | undefined> {
    const last = this.sent === 0 ? await this.memory.read() : undefined;
    if (last?.digest !== digest || Date.now() - last.at > SAME_MILLIS) {
      return undefined;
    }
    const answer = await this.inbox.complete(last.generation, last.pages, signal);
    return Array.isArray(answer) ? undefined : { ...answer, sent: false };
  }

  private async finish(digest: string, signal: AbortSignal): Promise<Outcome> {
    const isWhole = this.sent === 0;
    if (isWhole) {
      await this.send(signal);
    }
    let answer = await this.inbox.complete(this.generation, this.count, signal);
    if (Array.isArray(answer) && isWhole) {
      for (const page of answer.filter(number => this.held[number - 1])) {
        await this.inbox.page(this.generation, page, this.held[page - 1], signal);
      }
      answer = answer.length ? await this.inbox.complete(this.generation, this.count, signal) : answer;
    }
    if (Array.isArray(answer)) {
      throw new Error('Housecount has another catalog meanwhile, or has lost pages (409)');
    }
    await this.memory.write({ generation: this.generation, pages: this.count, digest, at: Date.now() });
    return { ...answer, sent: true };
  }
}
