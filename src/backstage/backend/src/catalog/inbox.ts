import { setTimeout as pause } from 'node:timers/promises';
import { UnreachableError, type Answer, type Housecount } from '../housecount';
import { isPassing, TRIES, waitBefore } from '../shared/again.cjs';

/** What became of a generation that is the catalog now. */
export interface Receipt {
  entities: number;
  added: number;
  changed: number;
  removed: number;
  unchanged: number;
}

/** `POST /catalog` of Housecount: asks again until there is an answer that this would not change. */
export class Inbox {
  constructor(
    private readonly housecount: Housecount,
    private readonly token: string,
    private readonly warn: (problem: string) => void,
  ) {}

  /** @throws Error when the page is not taken */
  async page(generation: string, page: number, body: Buffer, signal: AbortSignal): Promise<void> {
    const headers = { 'content-type': 'application/x-ndjson', 'content-encoding': 'gzip' };
    const receipt = await this.ask({ generation, page }, signal, { headers, body });
    if (receipt.status !== 202) {
      throw new Error(`Housecount does not take a page (${receipt.status})`);
    }
    for (const { line, reason } of json(receipt).rejected ?? []) {
      this.warn(`page ${page}, line ${line} was rejected: ${reason}`);
    }
  }

  /**
   * Makes a generation the catalog.
   *
   * @returns the numbers of missing pages where some are, or nothing where it cannot be the catalog
   */
  async complete(generation: string, pages: number, signal: AbortSignal): Promise<Receipt | number[]> {
    const answer = await this.ask({ generation, complete: true, pages }, signal);
    if (answer.status === 409) {
      return json(answer).missing ?? [];
    }
    if (answer.status !== 200) {
      throw new Error(`Housecount does not take the catalog (${answer.status})`);
    }
    return json(answer);
  }

  private async ask(
    query: Record<string, string | number | boolean>,
    signal: AbortSignal,
    more: { headers?: Record<string, string>; body?: Buffer } = {},
  ): Promise<Answer> {
    const path = `/catalog?${new URLSearchParams(Object.entries(query).map(([name, value]): [string, string] => [name, `${value}`]))}`;
    for (let attempt = 1; ; attempt++) {
      const answer = await this.once(path, signal, more);
      if (answer && !isPassing(answer.status)) {
        return denied(answer);
      }
      const what = answer ? `answered ${answer.status}` : 'cannot be reached';
      if (attempt === TRIES) {
        throw new Error(`Housecount ${what}, ${TRIES} times`);
      }
      const wait = waitBefore(attempt, answer?.headers.get('retry-after'));
      this.warn(`Housecount ${what}; again in ${(wait / 1000).toFixed(1)} s`);
      await pause(wait, undefined, { signal });
    }
  }

  private async once(path: string, signal: AbortSignal, more: { body?: Buffer }): Promise<Answer | undefined> {
    try {
      return await this.housecount.ask(path, { method: 'POST', token: this.token, signal, ...more });
    } catch (error) {
      if (error instanceof UnreachableError) {
        return undefined;
      }
      throw error;
    }
  }
}

function denied(answer: Answer): Answer {
  if (answer.status === 401 || answer.status === 403) {
    throw new Error(`Housecount refuses housecount.catalogToken (${answer.status})`);
  }
  return answer;
}

function json({ body }: Answer) {
  return JSON.parse(body.toString());
}
