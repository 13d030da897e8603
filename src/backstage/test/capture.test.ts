import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CapturedEvent } from '../src/api.js';
import { HousecountAnalytics } from '../src/HousecountAnalytics.js';
import { MODULE_VERSION } from '../src/version.js';
import { forgetWarnings } from '../src/warn.js';
import { ConfigReader } from '@backstage/config';
import { config, server, warnings } from './helpers.js';

const click: CapturedEvent = { action: 'click', subject: 'Save', context: { pluginId: 'settings' } };
let page: EventTarget & { visibilityState: string };

beforeEach(() => {
  forgetWarnings();
  page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  vi.stubGlobal('document', page);
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('navigator', {});
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('capture', () => {
  it.each(['hide', 'pagehide', 'signOut'])('sends at %s, with id, time and session', way => {
    const posted = server();
    const analytics = HousecountAnalytics.fromConfig(config({ endpoint: 'https://acme.test/' }));
    analytics.captureEvent({ ...click, value: 0, subject: 'mail bob@acme.test' });
    if (way === 'hide') {
      page.visibilityState = 'hidden';
      page.dispatchEvent(new Event('visibilitychange'));
    } else if (way === 'pagehide') {
      page.dispatchEvent(new Event('pagehide'));
    } else {
      analytics.captureEvent({ ...click, action: 'signOut' });
    }
    expect(posted[0].url).toBe('https://acme.test/collect');
    expect(posted[0].events[0]).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      timestamp: expect.any(Number),
      sessionId: expect.any(String),
      action: 'click',
      subject: 'mail <email>',
      value: 0,
      attributes: {},
      context: { pluginId: 'settings' },
    });
  });

  it('keeps only scrubbed content', async () => {
    server();
    const analytics = HousecountAnalytics.fromConfig(config({ endpoint: 'https://acme.test' }));
    analytics.captureEvent({ ...click, subject: 'bob@acme.test', attributes: { to: '/a?token=s3cret' } });
    const { Store } = await import('../src/queue/store.js');
    const kept = await vi.waitUntil(async () => {
      const rows = await new Store().all();
      return rows.length > 0 && rows;
    });
    expect(JSON.stringify(kept)).not.toMatch(/bob|s3cret/);
  });

  it.each([
    { app: { analytics: { housecount: { debug: true, endpoint: 'https://acme.test' } } } },
    { app: { analytics: { debug: true } } },
    { analytics: { debug: true } },
  ])('shows events and sends none: %j', data => {
    const posted = server();
    const log = vi.spyOn(console, 'log').mockImplementation(() => {});
    HousecountAnalytics.fromConfig(new ConfigReader(data)).captureEvent(click);
    page.dispatchEvent(new Event('pagehide'));
    expect(log).toHaveBeenCalledExactlyOnceWith('Housecount', expect.objectContaining({ action: 'click' }));
    expect(posted).toEqual([]);
  });

  it('says once that it has no endpoint', () => {
    const said = warnings();
    for (let i = 0; i < 2; i++) {
      HousecountAnalytics.fromConfig(config({})).captureEvent(click);
    }
    expect(said).toEqual([expect.stringContaining('endpoint')]);
  });

  it.each([
    ['sampleRate', 1.1],
    ['flushIntervalSeconds', 0],
    ['maxBatchEvents', 501],
    ['maxQueueEvents', 0],
    ['searchDebounceSeconds', -1],
  ])('names a setting that is out of its range: %s', (key, value) => {
    const wrong = config({ endpoint: 'https://acme.test', [key]: value });
    expect(() => HousecountAnalytics.fromConfig(wrong)).toThrow(`app.analytics.housecount.${key} is ${value}`);
  });

  it('takes settings in code instead of configured ones', () => {
    const posted = server();
    const given = { endpoint: 'https://code.test/', path: 'c', backstageVersion: '1.57.0' };
    const empty = config({ endpoint: 'https://acme.test', debug: true });
    HousecountAnalytics.fromConfig(empty, { ...given, debug: false }).captureEvent(click);
    page.dispatchEvent(new Event('pagehide'));
    expect(posted[0].url).toBe('https://code.test/c');
    expect(JSON.parse(String(posted[0].init.body))).toMatchObject({
      moduleVersion: MODULE_VERSION,
      backstageVersion: '1.57.0',
    });
  });

  it.each([
    { app: { analytics: { debug: '', housecount: { endpoint: 'https://acme.test' } } } },
    { analytics: { debug: '' }, app: { analytics: { housecount: { endpoint: 'https://acme.test' } } } },
    {
      app: {
        analytics: {
          housecount: {
            endpoint: 'https://acme.test',
            path: '',
            debug: '',
            flushIntervalSeconds: '',
            sendUser: '',
            attributes: '',
            backstageVersion: '',
          },
        },
      },
    },
  ])('takes what is empty for not set: %j', data => {
    const posted = server();
    HousecountAnalytics.fromConfig(new ConfigReader(data)).captureEvent(click);
    page.dispatchEvent(new Event('pagehide'));
    expect(posted[0].url).toBe('https://acme.test/collect');
    expect(JSON.parse(String(posted[0].init.body))).not.toHaveProperty('backstageVersion');
  });

  it('has nothing to send to when the section is empty', () => {
    const said = warnings();
    HousecountAnalytics.fromConfig(new ConfigReader({ app: { analytics: { housecount: '' } } })).captureEvent(click);
    expect(said).toEqual([expect.stringContaining('endpoint')]);
  });

  it.each([
    [undefined, 'user:default/alice'],
    [true, 'user:default/alice'],
    [false, undefined],
  ])('names the user with sendUser %s as %s', async (sendUser, user) => {
    const posted = server();
    const identityApi = {
      getBackstageIdentity: async () => ({ userEntityRef: 'user:default/alice' }),
      getCredentials: async () => ({}),
    };
    const settings = config({ endpoint: 'https://acme.test', ...(sendUser === undefined ? {} : { sendUser }) });
    const analytics = HousecountAnalytics.fromConfig(settings, { identityApi });
    await new Promise(done => setImmediate(done));
    analytics.captureEvent(click);
    page.dispatchEvent(new Event('pagehide'));
    expect((posted[0].events[0] as { user?: string }).user).toBe(user);
  });

  it('counts once what an input method composes', () => {
    const posted = server();
    const analytics = HousecountAnalytics.fromConfig(config({ endpoint: 'https://acme.test' }));
    const search = (subject: string) => analytics.captureEvent({ action: 'search', subject, context: {} });
    page.dispatchEvent(new Event('compositionstart'));
    ['検索', '健作'].forEach(search);
    page.dispatchEvent(new Event('compositionend'));
    ['研削', 'petstore'].forEach(search);
    page.dispatchEvent(new Event('pagehide'));
    expect(posted[0].events.map(({ subject }) => subject)).toEqual(['研削', 'petstore']);
  });

  it('counts what an input method has put in place, and what is searched for next', () => {
    const posted = server();
    const analytics = HousecountAnalytics.fromConfig(config({ endpoint: 'https://acme.test' }));
    const search = (subject: string) => analytics.captureEvent({ action: 'search', subject, context: {} });
    page.dispatchEvent(new Event('compositionstart'));
    ['けんさ', '検索'].forEach(search);
    page.dispatchEvent(Object.assign(new Event('compositionend'), { data: '検索' }));
    search('kafka');
    page.dispatchEvent(new Event('pagehide'));
    expect(posted[0].events.map(({ subject }) => subject)).toEqual(['検索', 'kafka']);
  });

  it('counts no session at a sample rate of 0', () => {
    const posted = server();
    const analytics = HousecountAnalytics.fromConfig(config({ endpoint: 'https://acme.test', sampleRate: 0 }));
    analytics.captureEvent(click);
    page.dispatchEvent(new Event('pagehide'));
    expect(posted).toEqual([]);
  });

  it('keeps attributes that the portal allows besides', () => {
    const posted = server();
    const settings = { endpoint: 'https://acme.test', path: 'c', attributes: ['stage'] };
    HousecountAnalytics.fromConfig(config(settings)).captureEvent({ ...click, attributes: { stage: 'prod', x: 1 } });
    page.dispatchEvent(new Event('pagehide'));
    expect(posted[0].url).toBe('https://acme.test/c');
    expect(posted[0].events[0].attributes).toEqual({ stage: 'prod' });
  });

  it('drops what is too large or no JSON, with one warning', () => {
    const said = warnings();
    const posted = server();
    const analytics = HousecountAnalytics.fromConfig(config({ endpoint: 'https://acme.test' }));
    analytics.captureEvent({ ...click, subject: 'x'.repeat(20_000) });
    analytics.captureEvent({ ...click, value: 1n as never });
    page.dispatchEvent(new Event('pagehide'));
    expect(said).toHaveLength(1);
    expect(posted).toEqual([]);
  });
});
