import { mockCredentials } from '@backstage/backend-test-utils';
import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { encodeUser } from '../src/collect/relay';
import { QUIET, startBackend, startHousecount, type Reply } from './world';

const ALICE = { authorization: mockCredentials.user.header('user:default/alice') };
const BATCH = JSON.stringify({
  events: [{ action: 'search', subject: 'a-secret-term', user: 'user:default/mallory' }],
});

async function relay(reply?: (count: number) => Reply) {
  const housecount = await startHousecount((_, count) =>
    reply ? reply(count) : { status: 202, body: { accepted: 1 } },
  );
  const backend = await startBackend({ baseUrl: housecount.url, ...QUIET });
  const post = (body: string | Buffer, headers: Record<string, string> = ALICE) =>
    fetch(`${backend.url}/collect`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    });
  return { housecount, backend, post };
}

it('passes a batch on, as its user’s, with the token of the portal', async () => {
  const { housecount, post } = await relay();
  const answer = await post(BATCH, { ...ALICE, 'user-agent': 'Firefox', origin: 'https://portal.example.com' });
  expect(answer.status).toBe(202);
  expect(await answer.json()).toEqual({ accepted: 1 });
  const [{ method, url, headers, body }] = housecount.asked;
  expect([method, url.pathname]).toEqual(['POST', '/collect']);
  expect(body.toString()).toBe(BATCH);
  expect(headers).toMatchObject({
    authorization: 'Bearer token-to-write',
    'housecount-user': 'user:default/alice',
    'content-type': 'application/json',
    'user-agent': 'Firefox',
    referer: 'https://portal.example.com/',
  });
  expect(headers).not.toHaveProperty('origin');
});

it('passes a compressed batch on as it is, and texts too', async () => {
  const { housecount, post } = await relay();
  const body = gzipSync(BATCH);
  await post(body, { ...ALICE, 'content-encoding': 'gzip', 'content-type': 'text/plain' });
  expect(housecount.asked[0].body.equals(body)).toBe(true);
  expect(housecount.asked[0].headers).toMatchObject({ 'content-encoding': 'gzip', 'content-type': 'text/plain' });
});

it('names nobody else than who asks, whatever the browser writes', async () => {
  const { housecount, post } = await relay();
  await post(BATCH, { ...ALICE, 'housecount-user': 'user:default/mallory' });
  expect(housecount.asked[0].headers['housecount-user']).toBe('user:default/alice');
});

it('names nobody where nobody is to be named', async () => {
  const { housecount, backend } = await relay();
  const post = (query: string) =>
    fetch(`${backend.url}/collect?${query}`, { method: 'POST', body: BATCH, headers: ALICE });
  await post('user=none');
  await post('user=user:default/mallory');
  await post('user=none&user=none');
  expect(housecount.asked.map(({ headers, url }) => [headers['housecount-user'], url.search])).toEqual([
    ['none', ''],
    ['user:default/alice', ''],
    ['user:default/alice', ''],
  ]);
});

it.each([
  ['user:default/анна', 'user:default/%D0%B0%D0%BD%D0%BD%D0%B0'],
  ['user:corp/a,b%+', 'user:corp/a%2Cb%25+'],
  ['user:default/\ud800', 'user:default/%EF%BF%BD'],
])('names %s in a header', (user, header) => {
  expect(encodeUser(user)).toBe(header);
});

it('takes nothing of whoever is not signed in', async () => {
  const { housecount, post } = await relay();
  const others = {
    nobody: {},
    none: { authorization: mockCredentials.none.header() },
    forger: { authorization: mockCredentials.user.invalidHeader() },
    service: { authorization: mockCredentials.service.header() },
  };
  const statuses = [];
  for (const headers of Object.values(others)) {
    statuses.push((await post(BATCH, headers)).status);
  }
  expect(statuses).toEqual([401, 401, 401, 403]);
  expect(housecount.asked).toEqual([]);
});

describe('answers as Housecount does', () => {
  const problem = { type: 'urn:housecount:problem:some', title: 'Some', status: 400 };

  it.each([400, 401, 403, 408, 413, 415, 429, 500, 502, 503])('%d', async status => {
    const headers = { 'content-type': 'application/problem+json', 'retry-after': '17', 'set-cookie': 'a=b' };
    const { post } = await relay(() => ({ status, headers, body: { ...problem, status } }));
    const answer = await post(BATCH);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('retry-after')).toBe('17');
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.headers.get('set-cookie')).toBe(null);
    expect(await answer.json()).toEqual({ ...problem, status });
  });
});

it.each<[string, Reply]>([
  ['a connection that breaks', undefined],
  ['a redirect', { status: 302, headers: { location: 'http://127.0.0.1:1/' } }],
])('answers %s with 503, to be sent again', async (_, reply) => {
  const { post } = await relay(() => reply);
  const answer = await post(BATCH);
  expect(answer.status).toBe(503);
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await answer.json()).toMatchObject({ type: 'urn:housecount:problem:unreachable', status: 503 });
});

it('answers 503 while Housecount is down, and passes on when it is back', async () => {
  const { housecount, post } = await relay(count => (count === 1 ? undefined : { status: 202 }));
  expect((await post(BATCH)).status).toBe(503);
  expect((await post(BATCH)).status).toBe(202);
  expect(housecount.asked.map(({ body }) => body.toString())).toEqual([BATCH, BATCH]);
});

describe('what is too large', () => {
  const large = randomBytes(1024 * 1024 + 1);

  it('is 413, with the limit', async () => {
    const { housecount, post } = await relay();
    const answer = await post(large);
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ limit: 1024 * 1024, unit: 'bytes' });
    expect(housecount.asked).toEqual([]);
  });

  it('is 413 also where nobody says how large it is', async () => {
    const { backend } = await relay();
    const status = await new Promise(resolve => {
      const sent = request(`${backend.url}/collect`, { method: 'POST', headers: { ...ALICE } }, answer =>
        resolve(answer.statusCode),
      );
      sent.on('error', () => {}); // the connection is closed while the rest is on its way
      sent.write(large);
    });
    expect(status).toBe(413);
  });
});

it('logs nothing of what was sent, and says when its token is refused', async () => {
  const { backend, post } = await relay(count => ({ status: [202, 400, 401, 500][count - 1] }));
  for (let i = 0; i < 4; i++) {
    await post(BATCH);
  }
  const said = backend.said.join('\n');
  expect(said).toContain('housecount.writeToken');
  expect(said).not.toMatch(/secret|mallory|token-to/);
});
