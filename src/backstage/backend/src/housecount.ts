/** What Housecount was asked, and with what. */
export interface Request {
  method?: 'GET' | 'POST';
  token: string;
  headers?: Record<string, string>;
  body?: Buffer;
  /** Besides the time that an answer may take. */
  signal?: AbortSignal;
}

/** Housecount gave no answer of its own: it is down, or its address is wrong. */
export class UnreachableError extends Error {
  override name = 'UnreachableError';
}

/** The longest that Housecount may take: the function behind its gateway ends after 29 s. */
const TIMEOUT_MILLIS = 30_000;

/** The HTTP API of Housecount. */
export class Housecount {
  constructor(private readonly baseUrl: string) {}

  /**
   * Asks once.
   *
   * @param path - with its query, from its slash on
   * @throws UnreachableError without saying why: a cause names addresses
   */
  async ask(path: string, { method = 'GET', token, headers, body, signal }: Request): Promise<Answer> {
    const timeout = AbortSignal.timeout(TIMEOUT_MILLIS);
    try {
      const response = await fetch(this.baseUrl + path, {
        method,
        headers: { 'user-agent': 'Backstage-Housecount', ...headers, authorization: `Bearer ${token}` },
        body,
        redirect: 'manual',
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      });
      const { status } = response;
      // It never redirects: this is a login page, or another server.
      if (status < 200 || (status >= 300 && status < 400)) {
        throw new UnreachableError();
      }
      return { status, headers: response.headers, body: Buffer.from(await response.arrayBuffer()) };
    } catch {
      signal?.throwIfAborted();
      throw new UnreachableError('Housecount cannot be reached');
    }
  }
}

/** What it answered. */
export interface Answer {
  status: number;
  headers: Headers;
  body: Buffer;
}
