import { uuidv7 } from './uuid.js';

const KEY = 'housecount.session';

/** A random id that a tab keeps over reloads; ends with the tab. */
export function sessionId(now: number): string {
  try {
    const known = sessionStorage.getItem(KEY);
    if (known) {
      return known;
    }
    const made = uuidv7(now);
    sessionStorage.setItem(KEY, made);
    return made;
  } catch {
    // Storage is forbidden: the session ends with the page instead.
    return uuidv7(now);
  }
}

/**
 * Whether a session is counted: always the same answer for the same session.
 *
 * @param rate - the share of sessions that are counted, from 0 to 1
 */
export function isSampled(session: string, rate: number): boolean {
  return parseInt(session.slice(-8), 16) / 2 ** 32 < rate;
}
