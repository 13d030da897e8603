import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Reader, startBrowser } from './world/reader.js';
import { Server } from './world/server.js';

let server: Server;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([
    Server.start('-Dhousecount.maintenance.interval=PT1S'),
    startBrowser(),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function post(path: string, type: string, body: unknown): Promise<void> {
  await server.ask(path, { method: 'POST', headers: { 'content-type': type }, body: JSON.stringify(body) });
}

const visit = (user: string) =>
  post('/collect', 'application/json', { events: [{ action: 'navigate', subject: '/catalog', user }] });

/** The codes of what is to be done, as soon as nothing of a start is among them. */
const advised = (codes: string[]) =>
  expect
    .poll(
      async () => {
        const health = (await (await server.ask('/data-health')).json()) as { advice: { code: string }[] };
        return health.advice.map(({ code }) => code);
      },
      { timeout: 120_000 },
    )
    .toEqual(codes);

it('a new portal is told that guests are nobody, and not that the catalog knows its first people', async () => {
  const jane = { apiVersion: 'backstage.io/v1alpha1', kind: 'User', metadata: { name: 'jane' }, spec: {} };
  await post('/catalog?generation=first&page=1', 'application/x-ndjson', jane);
  await server.ask('/catalog?generation=first&complete=true&pages=1', { method: 'POST' });
  await visit('user:development/guest');
  await advised(['only-guests']);
  const reader = await Reader.come(browser, server.url);
  await reader.open('/health-of-data');
  await reader.card('What to do').getByText('auth.providers.guest.userEntityRef').waitFor();

  await visit('user:default/stranger');
  await advised([]);
  await reader.page.reload();
  await reader.card('What to do').getByText('too few to say whether the catalog knows them').waitFor();
  expect(reader.complaints).toEqual([]);
  await reader.leave();
});
