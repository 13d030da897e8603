import type { LoggerService } from '@backstage/backend-plugin-api';
import { UnreachableError, type Answer, type Housecount } from '../housecount';
import type { RunSettings } from '../settings';
import { isPassing, waitBefore } from '../shared/again.cjs';
import type { PendingEvent, RunStore } from './store';

/** Events of one request. */
const BATCH_EVENTS = 100;

/** While a token is refused, in milliseconds. */
const REFUSED_WAIT = 300_000;

/** What the sender works with. */
export interface Sending {
  housecount: Housecount;
  writeToken: string;
  store: RunStore;
  settings: RunSettings;
  logger: LoggerService;
}

/** Sends events of tasks. What cannot be sent now is sent later, with the same ids. */
export class RunSender {
  private batchEvents = BATCH_EVENTS;
  private failures = 0;
  private notBefore = 0;

  constructor(private readonly services: Sending) {}

  /** Sends what waits, until nothing does or a pause is due. */
  async flush(signal: AbortSignal): Promise<void> {
    const { store } = this.services;
    await store.forget(Date.now());
    while (Date.now() >= this.notBefore) {
      signal.throwIfAborted();
      const rows = await store.pending(this.batchEvents);
      if (rows.length === 0) {
        return;
      }
      await this.settle(rows, await this.post(rows, signal));
    }
  }

  private async post(rows: PendingEvent[], signal: AbortSignal): Promise<Answer | undefined> {
    const { housecount, writeToken, settings } = this.services;
    const body = JSON.stringify({ events: rows.map(row => toEvent(row, settings)), sentAt: Date.now() });
    const headers = { 'content-type': 'application/json' };
    try {
      return await housecount.ask('/collect', {
        method: 'POST',
        token: writeToken,
        headers,
        body: Buffer.from(body),
        signal,
      });
    } catch (error) {
      if (error instanceof UnreachableError) {
        return undefined;
      }
      throw error;
    }
  }

  private async settle(rows: PendingEvent[], answer: Answer | undefined): Promise<void> {
    const { store, logger } = this.services;
    if (!answer || isPassing(answer.status)) {
      this.failures++;
      logger.warn(`Housecount ${answer ? `answered ${answer.status}` : 'cannot be reached'}; events of runs wait`);
      this.pause(waitBefore(this.failures, answer?.headers.get('retry-after')));
    } else if (answer.status === 401 || answer.status === 403) {
      logger.error(`Housecount refuses housecount.writeToken (${answer.status}); events of runs wait`);
      this.pause(REFUSED_WAIT);
    } else if (answer.status === 413 && rows.length > 1) {
      this.batchEvents = Math.ceil(rows.length / 2);
    } else {
      this.failures = 0;
      if (answer.status !== 202) {
        logger.warn(`Housecount refuses ${rows.length} events of runs (${answer.status}); they are dropped`);
      } else {
        rejections(answer).forEach(({ reason }) => logger.warn(`Housecount rejected an event of a run: ${reason}`));
      }
      await store.markSent(rows.map(({ id }) => id));
    }
  }

  private pause(millis: number): void {
    this.notBefore = Date.now() + millis;
  }
}

/** The event as Housecount's contract has it; a resend is the same to the letter. */
function toEvent(row: PendingEvent, { agents }: RunSettings) {
  const origin = originOf(row.created_by, agents);
  return {
    id: row.id,
    timestamp: Number(row.at),
    action: 'task',
    subject: row.subject,
    ...(row.created_by && { user: row.created_by }),
    ...(row.seconds !== null && { value: row.seconds }),
    attributes: { taskId: row.task_id, ...(origin && { origin }) },
    context: { pluginId: 'scaffolder', entityRef: row.template },
  };
}

/** Only services create tasks without a user. Of a user it is not known whether a browser was there. */
function originOf(createdBy: string | null, agents: Set<string>): string | undefined {
  if (!createdBy) {
    return 'api';
  }
  return agents.has(createdBy.toLocaleLowerCase('en-US')) ? 'agent' : undefined;
}

function rejections({ body }: Answer): { reason: string }[] {
  try {
    return JSON.parse(body.toString()).rejected ?? [];
  } catch {
    return []; // something between us answered for it
  }
}
