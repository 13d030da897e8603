import type { Problem } from '../report/problem.ts';

/** An answer that is a problem. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
  }
}

/** The server did not answer at all. */
const NO_ANSWER: Problem = { type: 'about:blank', title: '', status: 0 };

/** How long an answer is shown again without asking, in milliseconds. */
const FRESH = 300_000;

/** Answers that are kept. */
const MOST = 60;

interface Kept {
  readonly until: number;
  readonly body: Promise<unknown>;
}

/** What it needs of the world. */
export interface ClientOptions {
  readonly fetch: typeof fetch;
  /** The read token, null on servers that want none. */
  readonly token: () => string | null;
  /** Milliseconds of some clock. */
  readonly now: () => number;
}

/** Asks the server, each question once: who asks again, or at the same time, gets the same answer. */
export class Client {
  readonly #kept = new Map<string, Kept>();

  constructor(private readonly options: ClientOptions) {}

  /**
   * The body of an answer.
   *
   * @throws ProblemError when it is a problem, or none comes; a DOMException named AbortError when it was given up
   */
  get<T>(url: string, signal: AbortSignal): Promise<T> {
    const kept = this.#kept.get(url);
    if (kept !== undefined && kept.until > this.options.now()) {
      return kept.body as Promise<T>;
    }
    const body = this.#fetch(url, { signal });
    this.#keep(url, body, signal);
    return body as Promise<T>;
  }

  /** What a POST answers; kept nowhere. */
  post<T>(url: string, signal: AbortSignal): Promise<T> {
    return this.#fetch(url, { method: 'POST', signal }) as Promise<T>;
  }

  /** Asks for a body that is never kept. */
  fresh<T>(url: string, signal: AbortSignal): Promise<T> {
    return this.#fetch(url, { signal }) as Promise<T>;
  }

  /** Forgets all answers. */
  forget(): void {
    this.#kept.clear();
  }

  #keep(url: string, body: Promise<unknown>, signal: AbortSignal): void {
    const drop = (): void => {
      if (this.#kept.get(url)?.body === body) {
        this.#kept.delete(url);
      }
    };
    this.#kept.delete(url);
    this.#kept.set(url, { until: this.options.now() + FRESH, body });
    const oldest = this.#kept.keys().next().value;
    if (this.#kept.size > MOST && oldest !== undefined) {
      this.#kept.delete(oldest);
    }
    // Whoever asks for it next must not be told that it was given up: it is forgotten at once.
    signal.addEventListener('abort', drop);
    body.then(() => signal.removeEventListener('abort', drop), drop);
  }

  async #fetch(url: string, init: RequestInit): Promise<unknown> {
    const token = this.options.token();
    const headers: Record<string, string> = { accept: 'application/json' };
    if (token !== null) {
      headers['authorization'] = `Bearer ${token}`;
    }
    const response = await this.#send(url, { ...init, headers, cache: 'no-store' });
    const body = await readable(response);
    if (!response.ok) {
      throw new ProblemError(problemOf(response.status, body));
    }
    if (body === undefined) {
      throw new ProblemError(problemOf(502, body));
    }
    return body;
  }

  async #send(url: string, init: RequestInit): Promise<Response> {
    try {
      return await this.options.fetch(url, init);
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') {
        throw error;
      }
      throw new ProblemError(NO_ANSWER);
    }
  }
}

async function readable(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') {
      throw error;
    }
    return undefined;
  }
}

/** A gateway's answer is no problem document. */
function problemOf(status: number, body: unknown): Problem {
  const given = (typeof body === 'object' && body !== null ? body : {}) as Partial<
    Record<keyof Problem, unknown>
  >;
  const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
  const detail = text(given.detail);
  return {
    type: text(given.type) ?? 'about:blank',
    title: text(given.title) ?? `HTTP ${status}`,
    status,
    ...(detail === undefined ? {} : { detail }),
  };
}
