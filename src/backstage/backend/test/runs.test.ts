import {
  coreServices,
  createServiceFactory,
  type SchedulerService,
  type SchedulerServiceTaskFunction,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { eventsServiceRef, type EventParams, type EventsServiceSubscribeOptions } from '@backstage/plugin-events-node';
import openKnex, { type Knex } from 'knex';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PushMemory } from '../src/catalog/memory';
import { openDatabase } from '../src/database';
import { Housecount } from '../src/housecount';
import { RunSender } from '../src/runs/sender';
import { RunStore } from '../src/runs/store';
import { readTaskEvent } from '../src/runs/taskEvent';
import { startBackend, startHousecount, TOKENS, type Asked, type Reply } from './world';

const TASK = '6d3d1f53-3a1a-4d6e-9b0c-1d2a3b4c5d6e';
/** When tests begin, long enough ago for all that they tell of. */
const T = Date.now() - 3_600_000;
const NEVER = new AbortController().signal;
const logger = { info() {}, warn() {}, error() {}, debug() {}, child: () => logger };

/** As `DatabaseTaskStore` of the scaffolder publishes them. */
const payloads = {
  open: {
    id: TASK,
    status: 'open',
    createdBy: 'user:default/alice',
    spec: {
      parameters: { password: 'what-people-fill-in' },
      user: { ref: 'user:default/alice', entity: { spec: { profile: { email: 'alice@acme.test' } } } },
      templateInfo: { entityRef: 'template:default/service' },
    },
  },
  processing: {
    id: TASK,
    status: 'processing',
    createdBy: 'user:default/alice',
    createdAt: '2026-11-29 08:00:00',
    spec: { parameters: {}, templateInfo: { entityRef: 'template:default/service' } },
  },
  completed: { id: TASK, status: 'completed', createdBy: 'user:default/alice', lastHeartbeatAt: '2026-11-29 08:01:00' },
  failed: { id: TASK, status: 'failed', createdBy: 'user:default/alice', lastHeartbeatAt: '2026-11-29 08:01:00' },
  cancelled: { id: 17, taskId: TASK, status: 'cancelled', body: { message: 'of a person' } },
  recovered: { id: 18, taskId: TASK, status: 'recovered', body: { recoverStrategy: 'none' } },
};

describe('an event of the scaffolder', () => {
  it.each(Object.entries(payloads))('%s', (subject, payload) => {
    const event = readTaskEvent(payload)!;
    const hasSpec = 'spec' in payload;
    expect(event).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      taskId: TASK,
      subject,
      template: hasSpec ? 'template:default/service' : undefined,
      createdBy: 'createdBy' in payload ? 'user:default/alice' : undefined,
    });
    expect(readTaskEvent(JSON.parse(JSON.stringify(payload)))).toEqual(event);
  });

  it('has an id of its own where it happened again, and only there', () => {
    const id = (payload: object) => readTaskEvent(payload)?.id;
    const all = [
      ...Object.values(payloads),
      { ...payloads.failed, lastHeartbeatAt: '2026-11-29 09:01:00' },
      { ...payloads.recovered, id: 19 },
    ];
    expect(new Set(all.map(id)).size).toBe(8);
    expect(id({ ...payloads.failed, lastHeartbeatAt: new Date('2026-11-29T08:01:00Z') })).toBe(
      id({ ...payloads.failed, lastHeartbeatAt: '2026-11-29T08:01:00.000Z' }),
    );
    // Cancelling tells twice of one end: that somebody asked for it, and that it is so.
    expect(id({ id: TASK, status: 'cancelled', lastHeartbeatAt: 'x' })).toBe(id(payloads.cancelled));
  });

  it.each([undefined, null, 'x', [], {}, { id: 1, status: 'open' }, { id: TASK }, { id: TASK, status: 'skipped' }])(
    'is none: %j',
    payload => expect(readTaskEvent(payload)).toBe(undefined),
  );
});

let knex: Knex;
let store: RunStore;
beforeEach(async () => {
  knex = openKnex({ client: 'better-sqlite3', connection: ':memory:', useNullAsDefault: true });
  await openDatabase({ getClient: async () => knex });
  store = new RunStore(knex);
});
afterEach(() => knex.destroy());

/** @param at - milliseconds since the test began */
const add = (payload: object, at: number, into = store) => into.add(readTaskEvent(payload)!, T + at);
const events = ({ body }: Asked) => JSON.parse(body.toString()).events;

async function sending(reply: (count: number) => Reply = () => ({ status: 202, body: {} })) {
  const { asked, url } = await startHousecount((_, count) => reply(count));
  const settings = { agents: new Set(['user:default/robot']) };
  const sender = () =>
    new RunSender({ housecount: new Housecount(url), writeToken: TOKENS.writeToken, store, settings, logger });
  return { asked, sender };
}

it('joins what events of one task say, and times it', async () => {
  const { asked, sender } = await sending();
  await add(payloads.open, 1_000);
  await add(payloads.processing, 2_000);
  await add(payloads.completed, 63_500);
  await sender().flush(NEVER);
  expect(asked[0].headers.authorization).toBe('Bearer token-to-write');
  const common = {
    id: expect.any(String),
    action: 'task',
    user: 'user:default/alice',
    attributes: { taskId: TASK },
    context: { pluginId: 'scaffolder', entityRef: 'template:default/service' },
  };
  expect(events(asked[0])).toEqual([
    { ...common, subject: 'open', timestamp: T + 1_000 },
    { ...common, subject: 'processing', timestamp: T + 2_000 },
    { ...common, subject: 'completed', timestamp: T + 63_500, value: 62.5 },
  ]);
  expect(asked[0].body.toString()).not.toMatch(/fill-in|acme\.test/);
});

it('waits for the event that names the template', async () => {
  const { asked, sender } = await sending();
  await add(payloads.failed, 2_000);
  await sender().flush(NEVER);
  expect(asked).toEqual([]);
  await add(payloads.processing, 2_100);
  await sender().flush(NEVER);
  expect(events(asked[0]).map((event: { subject: string }) => event.subject)).toEqual(['failed', 'processing']);
});

it('times each try of a task by itself', async () => {
  const { asked, sender } = await sending();
  const again = { lastHeartbeatAt: '2026-11-29 09:00:00' };
  await add(payloads.open, 0);
  await add(payloads.failed, 5_000);
  await add({ ...payloads.processing, ...again }, 100_000);
  await add({ ...payloads.completed, lastHeartbeatAt: '2026-11-29 09:01:00' }, 107_000);
  await sender().flush(NEVER);
  expect(events(asked[0]).map(({ value }: { value?: number }) => value)).toEqual([undefined, 5, undefined, 7]);
});

it('tells services and agents from people', async () => {
  const { asked, sender } = await sending();
  await add({ ...payloads.open, id: 'task-1', createdBy: undefined }, 1);
  await add({ ...payloads.open, id: 'task-2', createdBy: 'user:default/Robot' }, 2);
  await add({ ...payloads.open, id: 'task-3' }, 3);
  await sender().flush(NEVER);
  expect(events(asked[0]).map(({ user, attributes }: Record<string, unknown>) => [user, attributes])).toEqual([
    [undefined, { taskId: 'task-1', origin: 'api' }],
    ['user:default/Robot', { taskId: 'task-2', origin: 'agent' }],
    ['user:default/alice', { taskId: 'task-3' }],
  ]);
});

it('sends once what two backends were told of', async () => {
  const { asked, sender } = await sending();
  const other = new RunStore(knex);
  await add(payloads.open, 1_000);
  await add(payloads.open, 1_050, other);
  await add(payloads.completed, 2_000, other);
  await sender().flush(NEVER);
  await add(payloads.completed, 2_050);
  await sender().flush(NEVER);
  expect(asked.length).toBe(1);
  expect(events(asked[0]).map(({ timestamp }: { timestamp: number }) => timestamp - T)).toEqual([1_000, 2_000]);
});

it('keeps what cannot be sent, over a restart, and sends the same', async () => {
  const { asked, sender } = await sending(count => (count === 1 ? undefined : { status: 202, body: {} }));
  await add(payloads.open, 1_000);
  await sender().flush(NEVER);
  await sender().flush(NEVER);
  await sender().flush(NEVER);
  expect(asked.length).toBe(2);
  expect(events(asked[1])).toEqual(events(asked[0]));
});

it.each([
  ['as long as it is asked to', { status: 503, headers: { 'retry-after': '60' } }],
  ['while its token is refused', { status: 401 }],
])('waits %s', async (_, reply) => {
  const { asked, sender } = await sending(() => reply);
  await add(payloads.open, 1_000);
  const one = sender();
  await one.flush(NEVER);
  await one.flush(NEVER);
  expect(asked.length).toBe(1);
  expect(await store.pending(10)).toHaveLength(1);
});

it('splits what is too much, and drops what is refused', async () => {
  const { asked, sender } = await sending(count => ({ status: [413, 202, 400][count - 1] ?? 202 }));
  for (let i = 0; i < 4; i++) {
    await add({ ...payloads.open, id: `task-${i}` }, i);
  }
  await sender().flush(NEVER);
  expect(asked.map(one => events(one).length)).toEqual([4, 2, 2]);
  expect(await store.pending(10)).toEqual([]);
});

it('forgets what is old', async () => {
  const day = 86_400_000;
  await add(payloads.open, 1_000);
  await add({ ...payloads.open, id: 'task-2' }, 40 * day);
  await store.forget(T + 41 * day);
  expect((await store.pending(10)).map(({ task_id }) => task_id)).toEqual(['task-2']);
});

it('remembers for all backends what was pushed last', async () => {
  const memory = new PushMemory(knex);
  expect(await memory.read()).toBe(undefined);
  await memory.write({ generation: 'a', pages: 1, digest: 'x', at: T });
  await memory.write({ generation: 'b', pages: 2, digest: 'y', at: T + 1 });
  expect(await new PushMemory(knex).read()).toEqual({ generation: 'b', pages: 2, digest: 'y', at: T + 1 });
});

it('is told by the events of the portal', async () => {
  const { asked, url } = await startHousecount(() => ({ status: 202, body: {} }));
  let subscribed: EventsServiceSubscribeOptions | undefined;
  const bus = createServiceFactory({
    service: eventsServiceRef,
    deps: {},
    factory: () => ({ publish: async () => {}, subscribe: async options => void (subscribed = options) }),
  });
  const database = createServiceFactory({
    service: coreServices.database,
    deps: {},
    factory: () => ({ getClient: async () => knex }),
  });
  const tasks: SchedulerServiceTaskScheduleDefinition[] = [];
  let flush: SchedulerServiceTaskFunction | undefined;
  const scheduler = createServiceFactory({
    service: coreServices.scheduler,
    deps: {},
    factory: () =>
      ({ scheduleTask: async ({ fn, ...schedule }) => void (tasks.push(schedule), (flush = fn)) }) as SchedulerService,
  });
  await startBackend({ baseUrl: url, catalog: { enabled: false } }, [bus, database, scheduler]);
  expect(subscribed).toMatchObject({ id: 'housecount', topics: ['scaffolder.task'] });
  const tell = (eventPayload: unknown) =>
    subscribed!.onEvent({ topic: 'scaffolder.task', eventPayload } as EventParams);
  await tell(payloads.open);
  await tell({ something: 'else' });
  await tell(payloads.completed);
  expect(await store.pending(10)).toHaveLength(2);
  expect(tasks).toMatchObject([{ scope: 'global' }]);
  await flush!(NEVER);
  // Both may be of one millisecond, and then in any order.
  const subjects = events(asked[0]).map(({ subject }: { subject: string }) => subject);
  expect(subjects.sort()).toEqual(['completed', 'open']);
});
