import { spawn } from 'node:child_process';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it, vi } from 'vitest';

const SCRIPT = fileURLToPath(new URL('../scripts/push-catalog.mjs', import.meta.url));
const TOKENS = { BACKSTAGE_TOKEN: 'token-of-the-portal', HOUSECOUNT_TOKEN: 'token-of-housecount' };

vi.setConfig({ testTimeout: 30_000 }); // each test starts a process

type Answer = { status?: number; body?: unknown; headers?: Record<string, string> };
type Asked = { url: URL; method?: string; token?: string; lines: Record<string, unknown>[] };

const open: (() => void)[] = [];
afterEach(() => open.splice(0).forEach(close => close()));

/** A server that answers as told and remembers what it was asked. */
async function serve(answer: (asked: Asked, count: number) => Answer) {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then(lines => {
      const url = new URL(request.url ?? '', 'http://server');
      asked.push({ url, method: request.method, token: request.headers.authorization, lines });
      const { status = 200, body = {}, headers = {} } = answer(asked.at(-1)!, asked.length);
      response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  });
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
  open.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { asked, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>[]> {
  const parts: Buffer[] = [];
  for await (const part of request) {
    parts.push(part as Buffer);
  }
  const bytes = Buffer.concat(parts);
  const text = bytes.length ? gunzipSync(bytes).toString() : '';
  return text
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as Record<string, unknown>);
}

/** A portal with these entities, each page of one. */
function catalog(entities: Record<string, unknown>[], first: (count: number) => Answer | undefined = () => undefined) {
  return serve(({ url }, count) => {
    const early = first(count);
    if (early) {
      return early;
    }
    const kinds = [...new Set(entities.map(({ kind }) => kind))];
    if (url.pathname === '/api/catalog/entity-facets') {
      return { body: { facets: { kind: kinds.map(value => ({ value, count: 1 })) } } };
    }
    const [kind, from] = (url.searchParams.get('cursor') ?? `${url.searchParams.get('filter')?.slice(5)}/0`).split('/');
    const all = entities.filter(entity => entity.kind === kind);
    const next = Number(from) + 1 < all.length ? { nextCursor: `${kind}/${Number(from) + 1}` } : {};
    return { body: { items: all.slice(Number(from), Number(from) + 1), totalItems: all.length, pageInfo: next } };
  });
}

const DONE = { entities: 1, added: 1, changed: 0, removed: 0, unchanged: 0 };

/** A Housecount that takes everything, but for what `first` says. */
function housecount(first: (count: number) => Answer | undefined = () => undefined) {
  return serve(({ url, lines }, count) => {
    const taken = { status: 202, body: { page: Number(url.searchParams.get('page')), accepted: lines.length } };
    return first(count) ?? (url.searchParams.has('complete') ? { body: DONE } : taken);
  });
}

async function push(backstage: { address: string }, receiver: { address: string }, ...more: string[]) {
  const options = ['--backstage', backstage.address, '--housecount', receiver.address, ...more];
  const child = spawn(process.execPath, [SCRIPT, ...options], { env: { ...process.env, ...TOKENS } });
  let output = '';
  child.stdout.on('data', text => (output += text));
  child.stderr.on('data', text => (output += text));
  const code = await new Promise<number | null>(ended => child.once('close', ended));
  expect(output).not.toContain('token-of');
  return { code, output };
}

const component = (name: string, more = {}) => ({ kind: 'Component', metadata: { name, ...more } });
const retry = (status: number): Answer => ({ status, headers: { 'retry-after': '0' } });

it('sends what is captured, and nothing of a person', async () => {
  const portal = await catalog([
    {
      apiVersion: 'x',
      kind: 'User',
      metadata: { name: 'Jane', title: 'Jane Doe', uid: '1', annotations: { 'a/b': 'c' } },
      spec: { profile: { displayName: 'Jane Doe', email: 'jane@acme.example' }, memberOf: ['a'] },
      relations: [{ type: 'memberOf', targetRef: 'group:default/a', target: {} }],
    },
    {
      kind: 'Group',
      metadata: { name: 'a', title: 'A', annotations: { 'backstage.io/time-saved': 'PT1H', other: '1' } },
      spec: { type: 'team', tier: 0 },
      relations: [
        { type: 'hasMember', targetRef: 'user:default/jane' },
        { type: 'childOf', targetRef: 'group:default/b' },
      ],
    },
  ]);
  const receiver = await housecount();
  const { code, output } = await push(portal, receiver, '--fields', 'spec.tier,metadata.annotations.a/b');
  expect(code).toBe(0);
  expect(output).toContain('done: 1 entities');
  expect(receiver.asked[0].lines).toEqual([
    {
      kind: 'Group',
      metadata: { name: 'a', title: 'A', annotations: { 'backstage.io/time-saved': 'PT1H' } },
      spec: { type: 'team', tier: 0 },
      relations: [{ type: 'childOf', targetRef: 'group:default/b' }],
    },
    {
      kind: 'User',
      metadata: { name: 'Jane', annotations: { 'a/b': 'c' } },
      spec: { memberOf: ['a'] },
      relations: [{ type: 'memberOf', targetRef: 'group:default/a' }],
    },
  ]);
  expect(receiver.asked.map(({ token }) => token)).toEqual(Array(2).fill('Bearer token-of-housecount'));
  expect(portal.asked.every(({ token }) => token === 'Bearer token-of-the-portal')).toBe(true);
});

it('splits pages below the limit and completes with their number', async () => {
  const big = 'x'.repeat(200_000);
  const portal = await catalog(Array.from({ length: 9 }, (_, i) => component(`c${i}`, { title: big })));
  const receiver = await housecount();
  expect((await push(portal, receiver, '--portal', 'acme')).code).toBe(0);
  const queries = receiver.asked.map(({ url }) => Object.fromEntries(url.searchParams));
  expect(receiver.asked.map(({ lines }) => lines.length)).toEqual([3, 3, 3, 0]);
  expect(queries.map(({ page, complete, pages }) => page ?? `${complete} ${pages}`)).toEqual(['1', '2', '3', 'true 3']);
  expect(new Set(queries.map(({ portal, generation }) => `${portal} ${generation}`)).size).toBe(1);
  expect(queries[0].generation).toMatch(/^[A-Za-z0-9._:+-]{1,100}$/);
});

it('asks again after 429 and 5xx, on either side', async () => {
  const portal = await catalog([component('a')], count => (count === 2 ? retry(503) : undefined));
  const receiver = await housecount(count => (count < 3 ? retry([429, 500][count - 1]) : undefined));
  const { code, output } = await push(portal, receiver);
  expect(code).toBe(0);
  expect(output).toContain('Backstage answered 503');
  expect(output).toContain('Housecount answered 429');
  expect(receiver.asked.map(({ lines }) => lines.length)).toEqual([1, 1, 1, 0]);
});

it('gives up in the end, and completes nothing', async () => {
  const portal = await catalog([component('a'), component('b')], count => (count > 2 ? retry(500) : undefined));
  const receiver = await housecount();
  const { code, output } = await push(portal, receiver);
  expect(code).toBe(1);
  expect(output).toContain('Backstage answered 500, 6 times');
  expect(receiver.asked).toEqual([]);
});

it('sends missing pages again', async () => {
  const portal = await catalog([component('a')]);
  const receiver = await housecount(count => (count === 2 ? { status: 409, body: { missing: [1] } } : undefined));
  expect((await push(portal, receiver)).code).toBe(0);
  expect(receiver.asked.map(({ lines }) => lines.length)).toEqual([1, 0, 1, 0]);
});

it('says that another catalog is there', async () => {
  const portal = await catalog([component('a')]);
  const receiver = await housecount(count => (count > 1 ? { status: 409, body: {} } : undefined));
  expect((await push(portal, receiver)).code).toBe(1);
});

it('reads a catalog without by-query page by page', async () => {
  const portal = await serve(({ url }) => {
    if (url.pathname.endsWith('by-query')) {
      return { status: 404 };
    }
    const facets = { facets: { kind: [{ value: 'Component' }] } };
    const offset = Number(url.searchParams.get('offset'));
    const names = Array.from({ length: offset ? 2 : 500 }, (_, i) => component(`c${offset + i}`));
    return { body: url.pathname.endsWith('facets') ? facets : names };
  });
  const receiver = await housecount();
  expect((await push(portal, receiver)).code).toBe(0);
  expect(receiver.asked[0].lines.length).toBe(502);
});

it('leaves the catalog when there is none to send', async () => {
  const receiver = await housecount();
  expect((await push(await catalog([]), receiver)).code).toBe(2);
  expect(receiver.asked).toEqual([]);
  expect((await push(await catalog([]), receiver, '--empty')).code).toBe(0);
  expect(receiver.asked[0].url.search).toContain('complete=true&pages=0&empty=true');
});

it('tells what line was rejected, and of a refused token, without what was answered', async () => {
  const rejected = { accepted: 0, rejected: [{ line: 1, reason: 'no_entity' }] };
  const receiver = await housecount(count => (count === 1 ? { status: 202, body: rejected } : undefined));
  expect((await push(await catalog([component('a')]), receiver)).output).toContain('line 1 was rejected: no_entity');
  const refusing = await serve(() => ({ status: 401, body: 'secret words' }));
  const { code, output } = await push(refusing, receiver);
  expect(code).toBe(2);
  expect(output).toContain('Backstage refuses the token');
  expect(output).not.toContain('secret');
});

it('follows no redirect', async () => {
  const elsewhere = await catalog([component('a')]);
  const portal = await serve(() => ({ status: 302, headers: { location: elsewhere.address } }));
  expect((await push(portal, await housecount())).code).toBe(2);
  expect(elsewhere.asked).toEqual([]);
});
