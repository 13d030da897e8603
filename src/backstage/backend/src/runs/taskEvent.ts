import { createHash } from 'node:crypto';

/** What an event of the scaffolder says of a task, without what people filled in. */
export interface TaskEvent {
  /** The same whenever and wherever the event is delivered. */
  id: string;
  taskId: string;
  subject: string;
  /** The template's entity ref; events of an end have none. */
  template?: string;
  /** The creator's entity ref; none where a service created it. */
  createdBy?: string;
}

const SUBJECTS = ['open', 'processing', 'completed', 'failed', 'cancelled', 'recovered'];

/** After these nothing more comes of a try. */
export const ENDS = ['completed', 'failed', 'cancelled'];

/** Those that one task can have several times, told apart by what the event says. */
const DISTINCTIONS: Record<string, string> = {
  processing: 'lastHeartbeatAt',
  completed: 'lastHeartbeatAt',
  failed: 'lastHeartbeatAt',
  recovered: 'id',
};

/**
 * Reads the payload of an event of the topic `scaffolder.task`. Where it has a `taskId`, its `id` is
 * that of the event.
 *
 * @returns undefined when it tells of no task
 */
export function readTaskEvent(payload: unknown): TaskEvent | undefined {
  const said = fields(payload);
  const taskId = text(said.taskId) ?? text(said.id);
  const subject = text(said.status);
  if (!taskId || !subject || !SUBJECTS.includes(subject)) {
    return undefined;
  }
  const distinction = plain(said[DISTINCTIONS[subject]]);
  return {
    id: uuid(`${taskId} ${subject} ${distinction}`),
    taskId,
    subject,
    template: text(fields(fields(said.spec).templateInfo).entityRef),
    createdBy: text(said.createdBy),
  };
}

const fields = (value: unknown) =>
  (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;

const text = (value: unknown) => (typeof value === 'string' && value && value.length <= 255 ? value : undefined);

/** A date is a text once it has been sent from one backend to another. */
const plain = (value: unknown) => (value instanceof Date ? value.toISOString() : String(value ?? ''));

/** A UUID of version 8, made of a text. */
function uuid(name: string): string {
  const bytes = createHash('sha256').update(name).digest().subarray(0, 16);
  bytes[6] = (bytes[6] & 0x0f) | 0x80;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
