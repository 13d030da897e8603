import {
  createServiceFactory,
  coreServices,
  type AuditorServiceCreateEventOptions,
} from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult, type PolicyDecision } from '@backstage/plugin-permission-common';
import { housecountTeamInsightsReadPermission } from 'backstage-plugin-housecount-common';
import { describe, expect, it } from 'vitest';
import { createHousecountConditionalDecision, housecountConditions } from '../src/index';
import { QUIET, startBackend, startHousecount, type Reply } from './world';

const ALICE = mockCredentials.user.header('user:default/alice');
const ALLOW = { result: AuthorizeResult.ALLOW } as const;
const DENY = { result: AuthorizeResult.DENY } as const;
const OWN = createHousecountConditionalDecision(
  housecountTeamInsightsReadPermission,
  housecountConditions.isOwnTeam({ claims: ['user:default/alice', 'group:default/Team-A', 'group:corp/b'] }),
);

interface Policy {
  read?: PolicyDecision;
  teams?: PolicyDecision;
}

/** A backend with such a policy, in front of a Housecount that answers so. */
async function start({ read = ALLOW, teams = ALLOW }: Policy = {}, reply: Reply = { body: { rows: [] } }) {
  const housecount = await startHousecount(() => reply);
  const audited: (AuditorServiceCreateEventOptions & { outcome: string; url?: string })[] = [];
  const permissions = createServiceFactory({
    service: coreServices.permissions,
    deps: {},
    factory: () => ({ authorize: async () => [read] as never, authorizeConditional: async () => [teams] }),
  });
  const auditor = createServiceFactory({
    service: coreServices.auditor,
    deps: {},
    factory: () => ({
      async createEvent(options) {
        const end = (outcome: string) => async () =>
          void audited.push({ ...options, outcome, url: options.request?.originalUrl });
        return { success: end('succeeded'), fail: end('failed') };
      },
    }),
  });
  const backend = await startBackend({ baseUrl: housecount.url, ...QUIET }, [permissions, auditor]);
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${backend.url}${path}`, { headers: { authorization: ALICE, ...headers } });
  return { housecount, audited, get };
}

const asked = (housecount: Awaited<ReturnType<typeof startHousecount>>) =>
  housecount.asked.map(({ url }) => url.pathname + decodeURIComponent(url.search));

it.each([
  '/insights',
  '/insights/plugins?period=7d&plugin=a&plugin=b',
  '/insights/active-users?team=team-x',
  '/data-health?days=7',
  '/data-health/versions',
  '/catalog?portal=other',
  '/catalog/headcounts?from=2026-11-01',
])('reads %s with the token of the portal', async path => {
  const { housecount, get } = await start();
  const answer = await get(path);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ rows: [] });
  expect(asked(housecount)).toEqual([path]);
  expect(housecount.asked[0].headers.authorization).toBe('Bearer token-to-read');
});

it('passes on in which format, and how the answer is to be kept', async () => {
  const headers = { 'content-type': 'text/csv', 'cache-control': 'no-store', vary: 'Accept', 'x-secret': '1' };
  const { housecount, get } = await start({}, { headers, body: 'plugin,users\n' });
  const answer = await get('/insights/plugins', { accept: 'text/csv' });
  expect(await answer.text()).toBe('plugin,users\n');
  expect(answer.headers.get('content-type')).toBe('text/csv');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('x-secret')).toBe(null);
  expect(housecount.asked[0].headers.accept).toBe('text/csv');
});

it.each(['/insights/Plugins%2F..%2Fusers', '/insights/plugins/more', '/query', '/users/user:default/alice', '/'])(
  'has no %s',
  async path => {
    const { housecount, get } = await start();
    expect((await get(path)).status).toBe(404);
    expect(housecount.asked).toEqual([]);
  },
);

it('asks nothing for whoever is not signed in', async () => {
  const { housecount, get } = await start();
  expect((await get('/insights', { authorization: mockCredentials.none.header() })).status).toBe(401);
  expect(housecount.asked).toEqual([]);
});

it.each<[string, Policy]>([
  ['nothing', { read: DENY }],
  ['no team', { teams: DENY }],
])('reads nothing for whom %s is allowed', async (_, policy) => {
  const { housecount, audited, get } = await start(policy);
  for (const path of ['/insights', '/insights/plugins?team=team-a', '/catalog', '/data-health']) {
    expect((await get(path)).status).toBe(403);
  }
  expect(housecount.asked).toEqual([]);
  expect(audited.map(({ outcome }) => outcome)).toEqual(Array(4).fill('failed'));
});

describe('whoever may read of own teams only', () => {
  it.each([
    ['/insights', '/insights'],
    ['/insights/plugins?team=team-a&period=7d', '/insights/plugins?period=7d&team=group:default/team-a'],
    ['/insights/plugins?team=GROUP:default/Team-A', '/insights/plugins?team=group:default/team-a'],
    ['/insights/adoption?te%61m=corp/b&team=team-a', '/insights/adoption?team=group:corp/b&team=group:default/team-a'],
    ['/catalog/headcounts?team=corp/B', '/catalog/headcounts?team=group:corp/b'],
    ['/insights/plugins?team=team-a;team=team-x', undefined],
    ['/insights/plugins', undefined],
    ['/insights/plugins?team=team-x', undefined],
    ['/insights/plugins?team=team-a&team=team-x', undefined],
    ['/insights/plugins?team=team-a&portal=other', undefined],
    ['/insights/plugins?Team=team-a', undefined],
    ['/catalog/headcounts', undefined],
    ['/catalog?team=team-a', undefined],
    ['/data-health?team=team-a', undefined],
    ['/data-health/versions?team=team-a', undefined],
  ])('%s', async (path, expected) => {
    const { housecount, get } = await start({ teams: OWN });
    const answer = await get(path);
    expect(answer.status).toBe(expected ? 200 : 403);
    expect(asked(housecount)).toEqual(expected ? [expected] : []);
    if (!expected) {
      expect(((await answer.json()) as { error: object }).error).toMatchObject({
        name: 'NotAllowedError',
        message: expect.stringContaining('Choose a team that you are in'),
      });
    }
  });

  it('is told of a team that is none', async () => {
    const { get } = await start({ teams: OWN });
    expect((await get('/insights/plugins?team=')).status).toBe(400);
  });
});

describe('answers as Housecount does', () => {
  it.each([400, 404, 429, 500, 503])('%d', async status => {
    const headers = { 'content-type': 'application/problem+json', 'retry-after': '7' };
    const { get } = await start({}, { status, headers, body: { type: 'urn:housecount:problem:x', status } });
    const answer = await get('/insights/plugins');
    expect(answer.status).toBe(status);
    expect(answer.headers.get('retry-after')).toBe('7');
    expect(await answer.json()).toEqual({ type: 'urn:housecount:problem:x', status });
  });

  it.each([401, 403])('but signs nobody out for its own %d', async status => {
    const { get } = await start({}, { status });
    const answer = await get('/insights/plugins');
    expect(answer.status).toBe(502);
    expect(((await answer.json()) as { detail: string }).detail).toContain('housecount.readToken');
  });

  it('and 503 where it cannot be reached', async () => {
    const { housecount, get } = await start();
    housecount.stop();
    const answer = await get('/insights/plugins');
    expect(answer.status).toBe(503);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

it('keeps a record of each reading, without what was asked for', async () => {
  const { audited, get } = await start({ teams: OWN });
  await get('/insights/entities?entity=user:default/bob&team=team-a');
  await get('/insights/entities?entity=user:default/bob');
  const path = '/insights/entities';
  expect(audited).toMatchObject([
    {
      eventId: 'insights-read',
      severityLevel: 'low',
      meta: { path },
      outcome: 'succeeded',
      url: `/api/housecount${path}`,
    },
    {
      eventId: 'insights-read',
      severityLevel: 'low',
      meta: { path },
      outcome: 'failed',
      url: `/api/housecount${path}`,
    },
  ]);
  expect(JSON.stringify(audited.map(({ meta, url }) => [meta, url]))).not.toContain('bob');
});
