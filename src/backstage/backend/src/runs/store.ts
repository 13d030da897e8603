import type { Knex } from 'knex';
import { TASK_EVENTS, TASKS } from '../database';
import { ENDS, type TaskEvent } from './taskEvent';

/** An event that is to be sent, with what is known of its task. */
export interface PendingEvent {
  id: string;
  task_id: string;
  subject: string;
  at: number | string;
  seconds: number | null;
  template: string;
  created_by: string | null;
}

interface TaskRow {
  template: string | null;
  created_by: string | null;
  opened_at: number | string | null;
  has_ended: boolean | number;
}

/** How long is kept what was sent, or could not be, in milliseconds: 14 days. */
const EVENTS_KEPT = 14 * 86_400_000;
const TASKS_KEPT = 30 * 86_400_000;

/**
 * Events of tasks until they are sent, and what only the first of a task say: which template it is,
 * and when it began. Of all of a portal's backends, which may each see other events of one task.
 */
export class RunStore {
  constructor(private readonly knex: Knex) {}

  /** Keeps an event; one that is known already changes nothing. */
  async add(event: TaskEvent, at: number): Promise<void> {
    await this.knex.transaction(async trx => {
      await trx(TASKS).insert({ task_id: event.taskId, has_ended: false, seen_at: at }).onConflict('task_id').ignore();
      const known: TaskRow | undefined = await trx(TASKS).where('task_id', event.taskId).forUpdate().first();
      const isEnd = ENDS.includes(event.subject);
      const openedAt = this.beginning(event, at, known!);
      const inserted = await trx(TASK_EVENTS)
        .insert({
          id: event.id,
          task_id: event.taskId,
          subject: event.subject,
          at,
          seconds: isEnd && openedAt !== null ? Math.max(0, at - openedAt) / 1000 : null,
          is_sent: false,
        })
        .onConflict('id')
        .ignore()
        .returning('id');
      if (inserted.length > 0) {
        await trx(TASKS)
          .where({ task_id: event.taskId })
          .update({
            template: known!.template ?? event.template ?? null,
            created_by: known!.created_by ?? event.createdBy ?? null,
            opened_at: openedAt,
            has_ended: isEnd,
            seen_at: at,
          });
      }
    });
  }

  /** When the present try began: what has ended begins again when it is worked on again. */
  private beginning({ subject }: TaskEvent, at: number, known: TaskRow): number | null {
    const begins = subject === 'open' || subject === 'processing';
    const isNew = known.opened_at === null || Boolean(known.has_ended);
    return begins && isNew ? at : known.opened_at === null ? null : Number(known.opened_at);
  }

  /** The oldest that are to be sent; those of a task whose template nobody has named yet wait. */
  async pending(most: number): Promise<PendingEvent[]> {
    return this.knex(TASK_EVENTS)
      .join(TASKS, `${TASKS}.task_id`, `${TASK_EVENTS}.task_id`)
      .where(`${TASK_EVENTS}.is_sent`, false)
      .whereNotNull(`${TASKS}.template`)
      .orderBy([`${TASK_EVENTS}.at`, `${TASK_EVENTS}.id`])
      .limit(most)
      .select(`${TASK_EVENTS}.id`, `${TASK_EVENTS}.task_id`, 'subject', 'at', 'seconds', 'template', 'created_by');
  }

  /** They need not be sent any more; kept for a while, so that they are known when they come again. */
  async markSent(ids: string[]): Promise<void> {
    await this.knex(TASK_EVENTS).whereIn('id', ids).update({ is_sent: true });
  }

  /** Forgets what is old. */
  async forget(now: number): Promise<void> {
    await this.knex(TASK_EVENTS)
      .where('at', '<', now - EVENTS_KEPT)
      .delete();
    await this.knex(TASKS)
      .where('seen_at', '<', now - TASKS_KEPT)
      .delete();
  }
}
