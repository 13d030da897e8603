import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { HousecountAnalytics, housecountAnalyticsApiFactory } from '../src/index.js';
import { forgetWarnings } from '../src/warn.js';
import { accepted, config, server } from './helpers.js';

const click = { action: 'click', subject: 'Save', context: {} };
const problem = (status: number) =>
  new Response('{}', { status, headers: { 'Content-Type': 'application/problem+json' } });

const page = new EventTarget();
beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(0);
  forgetWarnings();
  vi.stubGlobal('document', Object.assign(page, { visibilityState: 'visible' }));
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('navigator', {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** A page of a portal with the backend plugin, which answers so; its own fetch is not the browser's. */
function portal(settings: Record<string, unknown>, ...answers: (Response | Error)[]) {
  const posted = server(...answers);
  const byPortal: string[] = [];
  const getBaseUrl = vi.fn(async (plugin: string) => `https://portal.acme.test/api/${plugin}`);
  let tokens = 0;
  const analytics = HousecountAnalytics.fromConfig(config(settings), {
    identityApi: {
      getBackstageIdentity: async () => ({ userEntityRef: 'user:default/alice' }),
      getCredentials: async () => ({ token: `token-${tokens++}` }),
    },
    discoveryApi: { getBaseUrl },
    fetchApi: {
      fetch: (url, init) => {
        byPortal.push(String(url));
        return fetch(url as string, init);
      },
    },
  });
  return { analytics, posted, byPortal, getBaseUrl };
}

it('posts to the backend plugin, with the portal’s fetch and the user’s token', async () => {
  const { analytics, posted, byPortal } = portal({});
  analytics.captureEvent(click);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(byPortal).toEqual(['https://portal.acme.test/api/housecount/collect']);
  expect(posted[0].init.headers).toMatchObject({ Authorization: 'Bearer token-1' });
  expect(posted[0].events[0]).toMatchObject({ action: 'click', user: 'user:default/alice' });
});

it('waits for nothing when the page goes', async () => {
  const { analytics, posted, byPortal } = portal({});
  await vi.advanceTimersByTimeAsync(1);
  analytics.captureEvent(click);
  page.dispatchEvent(new Event('pagehide'));
  expect(posted.map(({ url }) => url)).toEqual(['https://portal.acme.test/api/housecount/collect']);
  expect(posted[0].init).toMatchObject({ keepalive: true, headers: { Authorization: 'Bearer token-0' } });
  expect(byPortal).toEqual([]);
});

it('keeps events while the plugin cannot be found', async () => {
  const { analytics, posted, getBaseUrl } = portal({});
  getBaseUrl.mockRejectedValueOnce(new Error('no discovery')).mockRejectedValueOnce(new Error('no discovery'));
  analytics.captureEvent(click);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(posted).toHaveLength(1);
});

it.each([401, 403])(
  'does not take a %d of the server, which is about the backend’s token, for its own',
  async status => {
    const { analytics, posted } = portal({}, ...Array.from({ length: 5 }, () => problem(status)), accepted());
    analytics.captureEvent(click);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(posted).toHaveLength(6);
    expect(new Set(posted.map(({ events }) => events[0].id)).size).toBe(1);
  },
);

it('waits for a fresh token when the backend refuses one', async () => {
  const { analytics, posted } = portal({}, new Response('{"error":{}}', { status: 401 }), accepted());
  analytics.captureEvent(click);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(posted.map(({ init }) => (init.headers as Record<string, string>).Authorization)).toEqual([
    'Bearer token-1',
    'Bearer token-2',
  ]);
});

it('has the backend name nobody where nobody is to be named', async () => {
  const { analytics, posted } = portal({ sendUser: false, path: 'events' });
  analytics.captureEvent(click);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(posted[0].url).toBe('https://portal.acme.test/api/housecount/events?user=none');
  expect(posted[0].events[0]).not.toHaveProperty('user');
});

it('prefers an endpoint', async () => {
  const { analytics, posted, byPortal, getBaseUrl } = portal({ endpoint: 'https://acme.test' });
  analytics.captureEvent(click);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(posted.map(({ url }) => url)).toEqual(['https://acme.test/collect']);
  expect([byPortal, getBaseUrl.mock.calls]).toEqual([[], []]);
});

it('gets all that it needs in both systems', () => {
  expect(Object.values(housecountAnalyticsApiFactory.deps).map(({ id }) => id)).toEqual([
    'core.config',
    'core.identity',
    'core.discovery',
    'core.fetch',
  ]);
});
