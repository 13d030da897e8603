import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Identity } from '../src/identity.js';
import { inherit } from '../src/queue/heir.js';
import { Store } from '../src/queue/store.js';
import { tabs, type Tabs } from '../src/queue/tabs.js';
import { row } from './helpers.js';

const NOBODY = new Identity(undefined, { sendUser: false, sendToken: false });
const ALL_GONE: Tabs = { ifGone: (_, work) => work() };

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function alice(): Promise<Identity> {
  const api = {
    getBackstageIdentity: async () => ({ userEntityRef: 'user:default/alice' }),
    getCredentials: async () => ({}),
  };
  const identity = new Identity(api, { sendUser: true, sendToken: false });
  await identity.refresh();
  return identity;
}

describe('inherit', () => {
  it('takes what a closed tab has left, oldest first, once', async () => {
    const left = [row({}, 'gone'), row({}, 'gone')];
    await new Store().put(left);
    const heirs = ['a', 'b'].map(me => inherit(me, new Store(), ALL_GONE, NOBODY));
    const taken = (await Promise.all(heirs)).flat();
    expect(taken.map(({ event }) => event.id)).toEqual(left.map(({ event }) => event.id));
  });

  it('leaves the events of a tab that lives', async () => {
    const store = new Store();
    await store.put([row({}, 'other')]);
    expect(await inherit('me', store, { ifGone: async () => {} }, NOBODY)).toEqual([]);
    expect(await store.all()).toHaveLength(1);
  });

  it('leaves the events of another user, and takes those of nobody', async () => {
    const store = new Store();
    const identity = await alice();
    await store.put([row({}, 'gone', 'bob'), row({}, 'gone', ''), row({}, 'gone', identity.mark)]);
    const taken = await inherit('me', store, ALL_GONE, identity);
    expect(taken.map(({ who }) => who)).toEqual(['', identity.mark]);
    expect((await store.all()).map(({ tab }) => tab)).toEqual(['gone', 'me', 'me']);
  });

  it('forgets what nobody has come back for in seven days', async () => {
    const store = new Store();
    const old = row({ timestamp: Date.now() - 7 * 86_400_000 - 1 }, 'gone', 'bob');
    await store.put([old]);
    await inherit('me', store, ALL_GONE, NOBODY);
    expect(await store.all()).toEqual([]);
  });

  it('works without IndexedDB', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const store = new Store();
    await store.put([row()]);
    expect(await inherit('me', store, ALL_GONE, NOBODY)).toEqual([]);
  });
});

describe('tabs without Web Locks', () => {
  it('takes a tab for gone after five silent minutes', async () => {
    vi.useFakeTimers();
    const items = new Map<string, string>();
    vi.stubGlobal('navigator', {});
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => items.get(key) ?? null,
      setItem: (key: string, value: string) => items.set(key, value),
    });
    tabs('other');
    const me = tabs('me');
    const work = vi.fn(async () => {});
    vi.advanceTimersByTime(600_000);
    await me.ifGone('other', work);
    expect(work).not.toHaveBeenCalled();

    // Time goes on, but nobody's timer runs.
    vi.setSystemTime(Date.now() + 330_001);
    await me.ifGone('other', work);
    expect(work).toHaveBeenCalledOnce();
  });
});
