// What the overview costs a reader, as src/backstage/adoption-insights/measure.mjs measures Red Hat's page: time to the
// first chart, and the work of the browser's main thread until all cards are there. Usage: node measure.mjs <server>
// [query] [runs], the server open to all, the query as the page's address has it ("period=12m").
import process from 'node:process';
import { chromium } from 'playwright-core';
import { work } from './work.mjs';

const PATIENCE = 600_000; // milliseconds
const [server, query = 'period=28d', runs = 5] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});

async function measure() {
  const context = await browser.newContext({ viewport: { width: 1400, height: 1000 }, timezoneId: 'UTC' });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  const began = Date.now();
  await page.goto(`${server}/?${query}`);
  await page.locator('hc-chart svg path[d]').first().waitFor({ state: 'attached' });
  const firstChart = Date.now() - began;
  await page.locator('main:not([aria-busy="true"])').waitFor();
  const result = { firstChart, all: Date.now() - began, opened: await work(session) };
  await context.close();
  return result;
}

for (let run = 0; run < Number(runs); run++) {
  process.stdout.write(`${JSON.stringify(await measure())}\n`);
}
await browser.close();
