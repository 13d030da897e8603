import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Identity } from '../src/identity.js';
import { KEEPALIVE_BYTES, MAX_BATCH_BYTES } from '../src/queue/batch.js';
import { endpoint } from '../src/queue/destination.js';
import { Outbox } from '../src/queue/outbox.js';
import type { Store } from '../src/queue/store.js';
import { forgetWarnings } from '../src/warn.js';
import { accepted, row, server, warnings } from './helpers.js';

const NOBODY = new Identity(undefined, { sendUser: false, sendToken: false });
const limits = { flushIntervalMillis: 10_000, maxBatchEvents: 10, maxQueueEvents: 100 };

function outbox(identity = NOBODY) {
  const removed: string[] = [];
  const store = {
    put: async () => {},
    remove: async (rows: { event: { id: string } }[]) => {
      removed.push(...rows.map(({ event }) => event.id));
    },
  } as unknown as Store;
  return { outbox: new Outbox(endpoint('https://acme.test/collect'), limits, identity, store), removed };
}

const rows = (count: number) => Array.from({ length: count }, () => row());

describe('outbox', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.spyOn(Math, 'random').mockReturnValue(0);
    forgetWarnings();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  it('waits for the interval', async () => {
    const posted = server();
    outbox().outbox.add(rows(1));
    await vi.advanceTimersByTimeAsync(9_999);
    expect(posted).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(posted).toHaveLength(1);
  });

  it('does not wait longer because more events come', async () => {
    const posted = server();
    const { outbox: box } = outbox();
    for (let i = 0; i < 6; i++) {
      box.add(rows(1));
      await vi.advanceTimersByTimeAsync(2_000);
    }
    expect(posted.map(({ events }) => events.length)).toEqual([5]);
  });

  it('does not go on while the server wants it to wait', async () => {
    const posted = server(new Response(null, { status: 429, headers: { 'Retry-After': '60' } }));
    const { outbox: box } = outbox();
    box.add(rows(1));
    box.sendNow();
    box.add(rows(1));
    await vi.advanceTimersByTimeAsync(59_999);
    expect(posted).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(posted[1].events).toHaveLength(2);
  });

  it('does not wait once a batch is full', async () => {
    const posted = server();
    outbox().outbox.add(rows(25));
    await vi.advanceTimersByTimeAsync(1);
    expect(posted.map(({ events }) => events.length)).toEqual([10, 10, 5]);
  });

  it('keeps batches below their bytes', async () => {
    const posted = server();
    const large = Array.from({ length: 9 }, () => row({ subject: 'é'.repeat(4000) }));
    outbox().outbox.add(large);
    await vi.advanceTimersByTimeAsync(1);
    expect(posted.map(({ events }) => events.length)).toEqual([3, 3, 3]);
    for (const { init } of posted) {
      expect(Buffer.byteLength(String(init.body))).toBeLessThan(MAX_BATCH_BYTES);
    }
  });

  it('sends in one go what fits when the page is left, and no more', async () => {
    const posted = server();
    const { outbox: box } = outbox();
    box.add(Array.from({ length: 9 }, () => row({ subject: 'é'.repeat(4000) })));
    box.sendNow();
    const bytes = posted.reduce((sum, { init }) => sum + Buffer.byteLength(String(init.body)), 0);
    expect(posted.map(({ events }) => events.length)).toEqual([3, 3]);
    expect(bytes).toBeLessThan(KEEPALIVE_BYTES);
    expect(posted.every(({ init }) => init.keepalive)).toBe(true);
  });

  it('sends nothing twice while a batch is under way', async () => {
    const posted = server();
    const { outbox: box } = outbox();
    box.add(rows(3));
    box.sendNow();
    box.sendNow();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(posted).toHaveLength(1);
  });

  it('forgets events once they are stored', async () => {
    server();
    const { outbox: box, removed } = outbox();
    const sent = rows(2);
    box.add(sent);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(removed).toEqual(sent.map(({ event }) => event.id));
  });

  it.each([
    ['3', 3_000],
    [new Date(1_800_000_007_000).toUTCString(), 7_000],
    ['86400', 3_600_000],
  ])('honours Retry-After: %s', async (retryAfter, wait) => {
    vi.setSystemTime(1_800_000_000_000 - 10_000);
    const posted = server(new Response(null, { status: 503, headers: { 'Retry-After': retryAfter } }));
    const { outbox: box } = outbox();
    box.add(rows(1));
    await vi.advanceTimersByTimeAsync(10_000);
    await vi.advanceTimersByTimeAsync(wait - 1);
    box.sendNow();
    box.online();
    expect(posted).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(posted).toHaveLength(2);
    expect(posted[1].events).toEqual(posted[0].events);
  });

  it('waits longer after each failure, up to five minutes', async () => {
    const posted = server(...Array(12).fill(new TypeError('Failed to fetch')));
    outbox().outbox.add(rows(1));
    const times: number[] = [];
    while (posted.length < 12) {
      const before = posted.length;
      await vi.advanceTimersByTimeAsync(500);
      if (posted.length > before) {
        times.push(Date.now());
      }
    }
    const waits = times.slice(1).map((time, i) => time - times[i]);
    expect(waits.slice(0, 4)).toEqual([1000, 2000, 4000, 8000]);
    expect(Math.max(...waits)).toBe(150_000);
  });

  it('spreads the waits', async () => {
    vi.mocked(Math.random).mockReturnValue(0.5);
    const posted = server(new TypeError('Failed to fetch'));
    outbox().outbox.add(rows(1));
    await vi.advanceTimersByTimeAsync(11_499);
    expect(posted).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(posted).toHaveLength(2);
  });

  it('does not wait for the end of a failure when the network is back', async () => {
    const posted = server(...Array(9).fill(new TypeError('Failed to fetch')));
    const { outbox: box } = outbox();
    box.add(rows(1));
    await vi.advanceTimersByTimeAsync(120_000);
    const failed = posted.length;
    box.online();
    await vi.advanceTimersByTimeAsync(1);
    expect(posted).toHaveLength(failed + 1);
  });

  it('halves batches that are too large, and drops the one event that is', async () => {
    const said = warnings();
    const tooLarge = () => new Response(null, { status: 413 });
    const posted = server(tooLarge(), tooLarge(), tooLarge());
    const { outbox: box, removed } = outbox();
    const sent = rows(4);
    box.add(sent);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(posted.map(({ events }) => events.length)).toEqual([4, 2, 1, 3]);
    expect(removed).toHaveLength(4);
    expect(said).toEqual([expect.stringContaining('too large')]);
  });

  it.each([400, 401, 403, 404, 415])('drops what is refused with %i, with one warning', async status => {
    const said = warnings();
    const posted = server(new Response(null, { status }), new Response(null, { status }));
    const { outbox: box, removed } = outbox();
    box.add(rows(12));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(posted).toHaveLength(2);
    expect(removed).toHaveLength(12);
    expect(said).toEqual([expect.stringContaining(`(${status})`)]);
  });

  it.each([408, 425, 500, 502, 504])('sends again what a gateway answers with %i', async status => {
    const said = warnings();
    const failed = new Response('{"message":"Internal Server Error"}', {
      status,
      headers: { 'Content-Type': 'application/json' },
    });
    const posted = server(failed);
    const { outbox: box, removed } = outbox();
    box.add(rows(1));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(posted).toHaveLength(2);
    expect(posted[1].events).toEqual(posted[0].events);
    expect(removed).toHaveLength(1);
    expect(said).toEqual([]);
  });

  it.each([
    [429, 2],
    [503, 2],
    [408, 2],
    [500, 1],
    [501, 1],
  ])('takes the server at its own word: %i is posted %i times', async (status, times) => {
    const said = warnings();
    const headers = { 'Content-Type': 'application/problem+json' };
    const posted = server(new Response('{}', { status, headers }));
    const { outbox: box, removed } = outbox();
    box.add(rows(1));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(posted).toHaveLength(times);
    expect(removed).toHaveLength(1);
    expect(said).toEqual(times === 1 ? [expect.stringContaining(`(${status})`)] : []);
  });

  it('drops rejected events like stored ones, with one warning for each reason', async () => {
    const said = warnings();
    server(
      accepted([
        { index: 0, reason: 'bad-value' },
        { index: 1, reason: 'bad-value' },
      ]),
    );
    const { outbox: box, removed } = outbox();
    box.add(rows(3));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(removed).toHaveLength(3);
    expect(said).toEqual([expect.stringContaining('bad-value')]);
  });

  it('drops the oldest when the queue is full, with one warning', async () => {
    const said = warnings();
    server(new TypeError('Failed to fetch'));
    const { outbox: box, removed } = outbox();
    const all = rows(103);
    all.forEach(one => box.add([one]));
    expect(removed).toEqual(all.slice(0, 3).map(({ event }) => event.id));
    expect(said).toHaveLength(1);
  });

  it('reads the token anew at each flush and needs no preflight without one', async () => {
    const posted = server();
    let number = 0;
    const api = {
      getBackstageIdentity: async () => ({ userEntityRef: 'user:default/alice' }),
      getCredentials: async () => ({ token: number++ ? `t${number}` : undefined }),
    };
    const { outbox: box } = outbox(new Identity(api, { sendUser: false, sendToken: true }));
    for (let i = 0; i < 3; i++) {
      box.add(rows(1));
      await vi.advanceTimersByTimeAsync(10_000);
    }
    expect(posted.map(({ init }) => init.headers)).toEqual([
      { 'Content-Type': 'text/plain' },
      { 'Content-Type': 'application/json', Authorization: 'Bearer t2' },
      { 'Content-Type': 'application/json', Authorization: 'Bearer t3' },
    ]);
    expect(JSON.stringify(posted)).not.toContain('alice');
  });

  /** Gives `t1`, `t2` and so on, or the same one again. */
  const tokens = (next: () => string | undefined) =>
    new Identity(
      {
        getBackstageIdentity: async () => ({ userEntityRef: 'user:default/alice' }),
        getCredentials: async () => ({ token: next() }),
      },
      { sendUser: false, sendToken: true },
    );
  const bearers = (posted: { init: RequestInit }[]) =>
    posted.map(({ init }) => (init.headers as Record<string, string>).Authorization);

  it.each([401, 403])('keeps events for a fresh token when an old one is refused with %i', async status => {
    const said = warnings();
    let number = 0;
    const posted = server(accepted(), new Response('{}', { status }));
    const { outbox: box, removed } = outbox(tokens(() => `t${++number}`));
    box.add(rows(1));
    await vi.advanceTimersByTimeAsync(10_000);
    await vi.advanceTimersByTimeAsync(5_400_000);
    box.add(rows(1));
    await vi.advanceTimersByTimeAsync(3_000);
    box.sendNow();
    await vi.advanceTimersByTimeAsync(1);
    expect(bearers(posted)).toEqual(['Bearer t1', 'Bearer t1']);
    expect(removed).toHaveLength(1);
    box.sendNow();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(bearers(posted)).toEqual(['Bearer t1', 'Bearer t1', 'Bearer t2']);
    expect(removed).toHaveLength(2);
    expect(said).toEqual([]);
  });

  it('does not send a refused token again', async () => {
    let token = 'old';
    const posted = server(new Response(null, { status: 401 }));
    const { outbox: box, removed } = outbox(tokens(() => token));
    box.add(rows(1));
    await vi.advanceTimersByTimeAsync(600_000);
    expect(bearers(posted)).toEqual(['Bearer old']);
    expect(removed).toEqual([]);
    token = 'new';
    await vi.advanceTimersByTimeAsync(600_000);
    expect(bearers(posted)).toEqual(['Bearer old', 'Bearer new']);
    expect(removed).toHaveLength(1);
  });

  it('waits for a token where there is none yet', async () => {
    const user: { token?: string } = {};
    const posted = server(new Response(null, { status: 401 }));
    const { outbox: box, removed } = outbox(tokens(() => user.token));
    box.add(rows(1));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(posted).toHaveLength(1);
    user.token = 't';
    await vi.advanceTimersByTimeAsync(600_000);
    expect(removed).toHaveLength(1);
  });

  it('drops what two fresh tokens are refused with, with one warning', async () => {
    const said = warnings();
    let number = 0;
    const posted = server(new Response(null, { status: 401 }), new Response(null, { status: 401 }));
    const { outbox: box, removed } = outbox(tokens(() => `t${++number}`));
    box.add(rows(1));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(posted).toHaveLength(2);
    expect(removed).toHaveLength(1);
    expect(said).toEqual([expect.stringContaining('(401)')]);
  });

  it('tries again later when the token cannot be read', async () => {
    const posted = server();
    const api = {
      getBackstageIdentity: async () => ({ userEntityRef: 'user:default/alice' }),
      getCredentials: vi.fn().mockRejectedValueOnce(new Error('refresh failed')).mockResolvedValue({ token: 't' }),
    };
    outbox(new Identity(api, { sendUser: false, sendToken: true })).outbox.add(rows(1));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(posted).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(posted).toHaveLength(1);
  });

  it('names the user of events that were captured before anybody was known', async () => {
    const posted = server();
    const api = {
      getBackstageIdentity: async () => ({ userEntityRef: 'user:default/alice' }),
      getCredentials: async () => ({}),
    };
    outbox(new Identity(api, { sendUser: true, sendToken: false })).outbox.add(rows(1));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(posted[0].events).toEqual([expect.objectContaining({ user: 'user:default/alice' })]);
  });
});
