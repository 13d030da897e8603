import type { Identity } from '../identity.js';
import type { QueuedEvent } from '../event.js';
import { MODULE_VERSION } from '../version.js';
import { readAnswer, type Answer } from './answer.js';
import type { Destination } from './destination.js';

/** The body of `POST /collect`. */
export function encode(rows: QueuedEvent[], identity: Identity, sentAt: number, backstageVersion?: string): string {
  const events = rows.map(({ event, who }) =>
    // A resend must name the same user as the first try, or the server takes it for another event.
    who && identity.sendUser ? { ...event, user: identity.user } : event,
  );
  return JSON.stringify({ events, sentAt, moduleVersion: MODULE_VERSION, backstageVersion });
}

/**
 * Posts a body so that it outlives the page. Never throws.
 *
 * @param hasTime - whether the page stays: then the portal's own fetch may look things up
 */
export async function post(to: Destination, body: string, token?: string, hasTime = false): Promise<Answer> {
  try {
    const send = to.fetch && (hasTime || !token) ? to.fetch : fetch;
    const response = await send(to.url!, {
      method: 'POST',
      body,
      keepalive: true,
      // A login page behind a redirect would pass for success.
      redirect: 'error',
      headers: token
        ? { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` }
        : // Spares other origins the preflight, for which a closing tab has no time.
          { 'Content-Type': 'text/plain' },
    });
    return await readAnswer(response, Date.now(), to.isRelay);
  } catch {
    return { kind: 'later' };
  }
}
