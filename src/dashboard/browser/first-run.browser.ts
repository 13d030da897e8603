import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Reader, startBrowser } from './world/reader.js';
import { Server } from './world/server.js';

let server: Server;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([
    Server.start('-Dhousecount.insights.budget-seconds=120', '-Dhousecount.insights.read-units=100000'),
    startBrowser(),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

it('an empty server offers a portal in one click, and shows how to connect one', async () => {
  const reader = await Reader.come(browser, server.url);
  const { page } = reader;
  await reader.open('/');
  const configuration = page.getByRole('region', { name: 'Connect your portal' });
  expect(await configuration.textContent()).toContain(server.url);
  expect(await reader.barriers()).toEqual([]);

  await page.getByRole('button', { name: 'Show me a generated portal' }).click();
  await page.getByRole('progressbar').waitFor();
  await reader.card('Key figures').getByRole('definition').first().waitFor();
  await reader.settled();
  expect(await reader.barriers()).toEqual([]);
  expect(reader.complaints).toEqual([]);
  const state = (await (await server.ask('/demo')).json()) as { state: string };
  expect(state.state).toBe('done');
  await page.reload();
  await reader.settled();
  expect(await page.getByRole('button', { name: 'Show me a generated portal' }).count()).toBe(0);
  await reader.leave();
});
