import { ConfigReader } from '@backstage/config';
import { vi } from 'vitest';
import type { PortalEvent, QueuedEvent } from '../src/event.js';
import { uuidv7 } from '../src/uuid.js';

/** An event as the capture makes it. */
export function event(fields: Partial<PortalEvent> = {}): PortalEvent {
  return {
    id: uuidv7(Date.now()),
    timestamp: Date.now(),
    sessionId: 'session',
    action: 'click',
    subject: 'Save',
    attributes: {},
    context: { pluginId: 'catalog' },
    ...fields,
  };
}

/** An event in the queue of a tab. */
export function row(fields: Partial<PortalEvent> = {}, tab = 'me', who = ''): QueuedEvent {
  return { event: event(fields), tab, who };
}

/** A portal's configuration with these settings under `app.analytics.housecount`. */
export function config(housecount: Record<string, unknown>): ConfigReader {
  return new ConfigReader({ app: { analytics: { housecount } } } as never);
}

/** Answers requests one after another, and every later one with 202; tells what was posted. */
export function server(...answers: (Response | Error)[]) {
  const posted: { url: string; init: RequestInit; events: PortalEvent[] }[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    posted.push({ url, init, events: JSON.parse(String(init.body)).events });
    const answer = answers.shift() ?? accepted();
    if (answer instanceof Error) {
      throw answer;
    }
    return answer;
  });
  return posted;
}

/** The server's usual answer. */
export function accepted(rejected: { index: number; reason: string }[] = []): Response {
  return Response.json({ accepted: 1, rejected }, { status: 202 });
}

/** Keeps what the package warns of; forgets what it has warned of before. */
export function warnings(): string[] {
  const said: string[] = [];
  vi.spyOn(console, 'warn').mockImplementation(text => said.push(text));
  return said;
}
