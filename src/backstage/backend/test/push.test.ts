import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import type { Reduced } from '../src/catalog/entities';
import { Inbox } from '../src/catalog/inbox';
import { Push, type Memory, type Pushed } from '../src/catalog/push';
import { Housecount } from '../src/housecount';
import { startHousecount, type Asked, type Reply } from './world';

const DONE = { entities: 2, added: 2, changed: 0, removed: 0, unchanged: 0 };
const NEVER = new AbortController().signal;

/** A Housecount that takes everything, but for what `first` says. */
const taking = (first: (asked: Asked, count: number) => Reply = () => undefined) =>
  startHousecount((asked, count) => {
    const complete = asked.url.searchParams.has('complete');
    return first(asked, count) ?? (complete ? { body: DONE } : { status: 202, body: { accepted: 1 } });
  });

class Remembered implements Memory {
  constructor(public pushed?: Pushed) {}
  async read() {
    return this.pushed;
  }
  async write(pushed: Pushed) {
    this.pushed = pushed;
  }
}

async function* entities(count: number, from = 0, title = 'x'): AsyncGenerator<Reduced> {
  for (let i = from; i < from + count; i++) {
    yield { kind: 'Component', metadata: { name: `c${i}`, title } } as Reduced;
  }
}

async function* both(first: AsyncGenerator<Reduced>, second: AsyncGenerator<Reduced>) {
  yield* first;
  yield* second;
}

function pusher(url: string, memory: Memory, heldMost?: number) {
  const warned: string[] = [];
  const warn = (text: string) => void warned.push(text);
  const inbox = new Inbox(new Housecount(url), 'token-of-catalog', warn);
  const run = (all: AsyncIterable<Reduced>, signal = NEVER) => new Push(inbox, memory, warn, heldMost).run(all, signal);
  return { warned, run };
}

const query = ({ url }: Asked) => Object.fromEntries(url.searchParams);
const lines = ({ body }: Asked) => gunzipSync(body).toString().trim().split('\n');

it('sends all, then completes, and remembers', async () => {
  const { asked, url } = await taking();
  const memory = new Remembered();
  expect(await pusher(url, memory).run(entities(2))).toEqual({ ...DONE, sent: true });
  const [page, complete] = asked;
  expect(lines(page).map(line => JSON.parse(line).metadata.name)).toEqual(['c0', 'c1']);
  expect(page.headers).toMatchObject({ authorization: 'Bearer token-of-catalog', 'content-encoding': 'gzip' });
  expect(query(page)).toEqual({ generation: memory.pushed?.generation, page: '1' });
  expect(query(complete)).toEqual({ generation: memory.pushed?.generation, complete: 'true', pages: '1' });
  expect(memory.pushed?.generation).toMatch(/^[A-Za-z0-9._:+-]{1,100}$/);
});

it('says of what is unchanged only that it is, whatever order it comes in', async () => {
  const { asked, url } = await taking();
  const memory = new Remembered();
  await pusher(url, memory).run(entities(5));
  const before = { ...memory.pushed };
  expect(await pusher(url, memory).run(both(entities(2, 3), entities(3)))).toEqual({ ...DONE, sent: false });
  expect(asked.slice(2).map(query)).toEqual([{ generation: before.generation, complete: 'true', pages: '1' }]);
  expect(memory.pushed).toEqual(before);
});

it('sends even the same once a day, since Housecount takes what is older for old', async () => {
  const { asked, url } = await taking();
  const memory = new Remembered();
  await pusher(url, memory).run(entities(2));
  memory.pushed!.at -= 25 * 3_600_000;
  expect(await pusher(url, memory).run(entities(2))).toMatchObject({ sent: true });
  expect(asked).toHaveLength(4);
  expect(Date.now() - memory.pushed!.at).toBeLessThan(60_000);
});

it('sends again what has changed, by one more, one less, one other', async () => {
  const { asked, url } = await taking();
  const memory = new Remembered();
  for (const all of [entities(3), entities(4), entities(3), both(entities(2), entities(1, 2, 'y'))]) {
    await pusher(url, memory).run(all);
  }
  expect(new Set(asked.map(one => query(one).generation)).size).toBe(4);
  expect(asked.length).toBe(8);
});

it('sends everything where Housecount has lost what it was told', async () => {
  const memory = new Remembered();
  const first = await taking();
  await pusher(first.url, memory).run(entities(2));
  const old = memory.pushed?.generation;
  const other = await taking(asked =>
    query(asked).generation === old ? { status: 409, body: { missing: [1] } } : undefined,
  );
  expect(await pusher(other.url, memory).run(entities(2))).toMatchObject({ sent: true });
  expect(memory.pushed?.generation).not.toBe(old);
});

it('sends missing pages again', async () => {
  const { asked, url } = await taking((_, count) =>
    count === 2 ? { status: 409, body: { missing: [1] } } : undefined,
  );
  await pusher(url, new Remembered()).run(entities(2));
  expect(asked.map(one => query(one).page ?? 'complete')).toEqual(['1', 'complete', '1', 'complete']);
});

it('gives up where another catalog came, and remembers nothing', async () => {
  const { url } = await taking(asked => (query(asked).complete ? { status: 409 } : undefined));
  const memory = new Remembered();
  await expect(pusher(url, memory).run(entities(2))).rejects.toThrow('409');
  expect(memory.pushed).toBe(undefined);
});

it('asks again after 429 and 5xx and no answer, as soon as it is told to', async () => {
  const again = [{ status: 429 }, { status: 503 }, { status: 500 }].map(reply => ({
    ...reply,
    headers: { 'retry-after': '0' },
  }));
  const { asked, url } = await taking((_, count) => again[count - 1]);
  const { warned, run } = pusher(url, new Remembered());
  await run(entities(1));
  expect(asked.map(one => query(one).page ?? 'complete')).toEqual(['1', '1', '1', '1', 'complete']);
  expect(warned.join()).toContain('answered 429');
});

it('does not ask again what would not help, and says why', async () => {
  const { asked, url } = await taking(() => ({ status: 403 }));
  await expect(pusher(url, new Remembered()).run(entities(1))).rejects.toThrow('housecount.catalogToken');
  expect(asked.length).toBe(1);
});

it('removes nobody by an empty catalog', async () => {
  const { asked, url } = await taking();
  expect(await pusher(url, new Remembered()).run(entities(0))).toBeUndefined();
  expect(asked).toEqual([]);
});

it('begins anew after it was broken off', async () => {
  const { asked, url } = await taking();
  const memory = new Remembered();
  const stop = new AbortController();
  async function* interrupted() {
    yield* entities(1000, 0, 'x'.repeat(2000));
    stop.abort();
    yield* entities(1000, 1000, 'x'.repeat(2000));
  }
  await expect(pusher(url, memory, 0).run(interrupted(), stop.signal)).rejects.toThrow();
  const begun = asked.length;
  expect(begun).toBeGreaterThan(0);
  expect(memory.pushed).toBe(undefined);
  await pusher(url, memory).run(entities(2));
  expect(query(asked[begun]).generation).not.toBe(query(asked[0]).generation);
});

it('tells what line was rejected, and leaves out what is too large', async () => {
  const { url } = await taking((_, count) =>
    count === 1 ? { status: 202, body: { rejected: [{ line: 1, reason: 'no_entity' }] } } : undefined,
  );
  const { warned, run } = pusher(url, new Remembered());
  await run(both(entities(1), entities(1, 1, 'x'.repeat(300_000))));
  expect(warned.join('\n')).toMatch(/more than 262144 bytes[^]*line 1 was rejected: no_entity/);
});

it('pushes 100,000 entities in pages below the limit, none of them waiting for the last', async () => {
  let read = 0;
  const readBefore: number[] = [];
  const { asked, url } = await taking(() => void readBefore.push(read));
  async function* counted() {
    for await (const entity of entities(100_000, 0, 'A title as people give them')) {
      read++;
      yield entity;
    }
  }
  expect(await pusher(url, new Remembered(), 0).run(counted())).toMatchObject({ sent: true });
  const pages = asked.slice(0, -1);
  expect(readBefore[0]).toBeLessThan(15_000);
  expect(Math.max(...pages.map(({ body }) => gunzipSync(body).length))).toBeLessThan(1024 * 1024);
  expect(pages.reduce((sum, page) => sum + lines(page).length, 0)).toBe(100_000);
  expect(query(asked.at(-1)!).pages).toBe(String(pages.length));
});

it('holds 100,000 entities back in a few MB until it knows that something has changed', async () => {
  const { asked, url } = await taking();
  await pusher(url, new Remembered()).run(entities(100_000, 0, 'A title as people give them'));
  expect(asked.reduce((sum, { body }) => sum + body.length, 0)).toBeLessThan(4 * 1024 * 1024);
});
