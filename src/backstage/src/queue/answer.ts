/** What is to be done with a batch after it was posted. */
export type Answer =
  /** Stored, but for the events at the given places, which never will be. */
  | { kind: 'stored'; rejected: { index: number; reason: string }[] }
  /** Too large: smaller batches may get through. */
  | { kind: 'split' }
  /** The sender's credential is not good enough; nothing is said of the events. */
  | { kind: 'denied'; status: number }
  /** Never to be stored. */
  | { kind: 'refused'; status: number }
  /** To be sent again, where the server says so not before a time is over. */
  | { kind: 'later'; waitMillis?: number };

/** The longest `Retry-After` that is honoured: 1 hour. */
const MAX_WAIT_MILLIS = 3_600_000;

/** The server's contract: with these, and no others, the same batch may get through later. */
const LATER = [408, 429, 503];

/** Of whoever looks at the credential: a proxy, a gateway, the server. */
const DENIED = [401, 403];

/** What a gateway or proxy may say below 500 without meaning that the request is wrong. */
const ON_THE_WAY = [408, 425];

/** The form of the server's own errors (RFC 9457). A gateway's have another. */
const PROBLEM = 'application/problem+json';

/**
 * Reads the server's answer.
 *
 * @param isRelay - whether the portal's backend passes on what the server says of a token of its own
 */
export async function readAnswer(response: Response, now: number, isRelay = false): Promise<Answer> {
  const { status } = response;
  if (response.ok) {
    // A proxy may answer in its own words; then nothing is known to be rejected.
    const body = await response.json().catch(() => undefined);
    const rejected = body?.rejected;
    return { kind: 'stored', rejected: Array.isArray(rejected) ? rejected : [] };
  }
  if (status === 413) {
    return { kind: 'split' };
  }
  if (DENIED.includes(status)) {
    return isRelay && isOwn(response) ? { kind: 'later' } : { kind: 'denied', status };
  }
  return LATER.includes(status) || isOfTheWay(response)
    ? { kind: 'later', waitMillis: readWait(response, now) }
    : { kind: 'refused', status };
}

/**
 * Whether something between us and the server failed. A 500 in the server's own words is a mistake
 * of its, which the same batch meets again.
 */
function isOfTheWay(response: Response): boolean {
  return !isOwn(response) && (response.status >= 500 || ON_THE_WAY.includes(response.status));
}

/** Whether it is the server's own error. */
function isOwn({ headers }: Response): boolean {
  return Boolean(headers.get('Content-Type')?.toLowerCase().startsWith(PROBLEM));
}

/** `Retry-After` is a number of seconds or a date (RFC 9110, section 10.2.3). */
function readWait(response: Response, now: number): number | undefined {
  const header = response.headers.get('Retry-After');
  if (!header) {
    return undefined;
  }
  const seconds = Number(header);
  const wait = Number.isNaN(seconds) ? Date.parse(header) - now : seconds * 1000;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), MAX_WAIT_MILLIS);
}
