// What Red Hat's page costs a reader: time to the first chart, and the work of the browser's main thread, over a portal
// that is generated before. Usage: HOUSECOUNT_CATALOG=... HOUSECOUNT_ADOPTION_INSIGHTS=... node measure.mjs <server>
// [range] [runs], the server open to all, the range as the page names it ("Last year").
import process from 'node:process';
import { work } from '../../dashboard/browser/work.mjs';
import { startPortal } from './portal.mjs';
import { use } from './site.mjs';

const PATIENCE = 600_000; // milliseconds
const [server, range, runs = 5] = process.argv.slice(2);
const portal = await startPortal('old', server, 'none');
const { chromium } = (await use('playwright-core')).default;
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });

async function measure() {
  const context = await browser.newContext({ viewport: { width: 1400, height: 1000 }, timezoneId: 'UTC' });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  let answered = 0;
  page.on('requestfinished', request => (answered += request.url().includes('/adoption-insights/events') ? 1 : 0));
  const began = Date.now();
  await page.goto(`${portal.url}/adoption-insights`);
  await page.locator('.recharts-surface path[d]').first().waitFor();
  const firstChart = Date.now() - began;
  while (answered < 7) {
    await page.waitForTimeout(50);
  }
  const opened = await work(session);
  let changed;
  if (range) {
    answered = 0;
    const asked = Date.now();
    await page.getByText('Last 28 days').click();
    await page.getByRole('option', { name: range }).click();
    while (answered < 7) {
      await page.waitForTimeout(50);
    }
    const after = await work(session);
    changed = { milliseconds: Date.now() - asked, script: after.script - opened.script, all: after.all - opened.all };
  }
  await context.close();
  return { firstChart, opened, changed };
}

for (let run = 0; run < Number(runs); run++) {
  process.stdout.write(`${JSON.stringify(await measure())}\n`);
}
process.stdout.write(`script of ${portal.bytes} bytes, not compressed\n`);
await browser.close();
await portal.stop();
