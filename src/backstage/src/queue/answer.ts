/** What is to be done with a batch after it was posted. */
export type Answer =
  /** Stored, but for the events at the given places, which never will be. */
  | { kind: 'stored'; rejected: { index: number; reason: string }[] }
  /** Too large: smaller batches may get through. */
  | { kind: 'split' }
  /** Never to be stored. */
  | { kind: 'refused'; status: number }
  /** To be sent again, where the server says so not before a time is over. */
  | { kind: 'later'; waitMillis?: number };

/** The longest `Retry-After` that is honoured: 1 hour. */
const MAX_WAIT_MILLIS = 3_600_000;

/** Statuses below 500 that do not mean that the request is wrong. */
const RETRYABLE = [408, 425, 429];

/** Reads the server's answer. */
export async function readAnswer(response: Response, now: number): Promise<Answer> {
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
  return status >= 500 || RETRYABLE.includes(status)
    ? { kind: 'later', waitMillis: readWait(response, now) }
    : { kind: 'refused', status };
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
