import type { Client } from './client.ts';
import { ProblemError } from './client.ts';

/** How far the generated portal is: the answer of `GET /demo`. */
export interface Demo {
  readonly state: 'ready' | 'running' | 'done' | 'failed';
  readonly offered: boolean;
  readonly days: number;
  readonly day: number;
  readonly events: number;
  readonly detail: string | null;
}

const PATH = '/demo';

/** What a server offers; null where it offers nothing, as all but local ones. */
export async function demoOf(client: Client, signal: AbortSignal): Promise<Demo | null> {
  try {
    return await client.fresh<Demo>(PATH, signal);
  } catch (error) {
    if (error instanceof ProblemError) {
      return null;
    }
    throw error;
  }
}

/** Starts it, and tells how far it is about every second until it has ended. */
export async function runDemo(
  client: Client,
  signal: AbortSignal,
  tell: (demo: Demo) => void,
  pause: () => Promise<void> = () => new Promise(resolve => setTimeout(resolve, 1000)),
): Promise<Demo> {
  let demo = await client.post<Demo>(PATH, signal);
  while (demo.state === 'running') {
    tell(demo);
    await pause();
    demo = await client.fresh<Demo>(PATH, signal);
  }
  return demo;
}
