// Red Hat's page of adoption insights, unmodified, on top of Housecount, in a real browser: each card has the figures of
// /insights, for readers in another time zone than the server's.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { run, until } from '../catalog/processes.mjs';
import { JAR, startHousecount } from '../catalog/housecount.mjs';
import { startPortal, USER_TOKEN } from './portal.mjs';
import { use } from './site.mjs';

const SOON = 60_000; // milliseconds
const ZONE = 'Asia/Kolkata';
const TOKENS = Object.fromEntries(['read', 'write', 'catalog'].map(scope => [scope, `a-token-for-${scope}`]));
const grants = Object.entries(TOKENS).map(
  ([scope, token]) => `default:${scope}:${createHash('sha256').update(token).digest('hex')}`,
);

/** A question of each card. */
const TYPES = [
  'active_users',
  'total_users',
  'top_templates',
  'top_catalog_entities',
  'top_plugins',
  'top_techdocs',
  'top_searches',
];

let housecount;
let browser;

before(async () => {
  // Nothing is hidden: whichever day this runs, each card has something to show.
  housecount = await startHousecount({ 'auth.tokens': grants.join(','), 'insights.fewest-people': 1 });
  const env = { WRITE_TOKEN: TOKENS.write, CATALOG_TOKEN: TOKENS.catalog };
  await run('java', ['-jar', JAR, 'demo', '--users', '120', '--days', '35', '--url', housecount.url], env);
  const { chromium } = (await use('playwright-core')).default;
  const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args });
});

after(async () => {
  await browser?.close();
  await housecount?.stop();
});

for (const system of ['old', 'new']) {
  describe(`${system} frontend system`, () => {
    const said = [];
    /** What the page asked of the portal's backend. */
    const asked = [];
    let portal;
    let page;

    before(async () => {
      portal = await startPortal(system, housecount.url, TOKENS.read);
      page = await browser.newPage({ locale: 'en-US', timezoneId: ZONE, viewport: { width: 1400, height: 1000 } });
      page.setDefaultTimeout(SOON);
      page.on('pageerror', error => said.push(String(error)));
      page.on('console', message => said.push(message.text()));
      page.on('response', async response => {
        if (response.url().startsWith(portal.backend) && response.request().method() !== 'OPTIONS') {
          const body = await response.text();
          asked.push({ url: response.url(), status: response.status(), body });
        }
      });
      await page.goto(`${portal.url}/adoption-insights`);
      await until('the answer to each card', async () => TYPES.every(type => asked.some(one => isOf(one, type))));
      await page
        .getByText(/per week for this period/)
        .nth(1)
        .waitFor();
    });

    after(async () => {
      await page?.close();
      await portal?.stop();
    });

    it('shows how many people there are of how many', async () => {
      const [everybody] = (await report('adoption', asked)).rows;
      await page.getByText(`of ${everybody.members}`, { exact: true }).waitFor();
      await page.getByText(`${Math.round(everybody.adoption * 100)}%`, { exact: true }).waitFor();
      const rows = await metrics(asked);
      assert.equal(answered(asked, 'total_users').data[0].logged_in_users, rows.active_users);
      await page.getByText(String(rows.active_users), { exact: true }).first().waitFor();
    });

    it('shows the weeks', async () => {
      const weeks = (await report('active-users', asked, { grain: 'week' })).rows.filter(row => row.users > 0);
      const { data } = answered(asked, 'active_users');
      assert.deepEqual(
        data.map(week => [week.date.slice(0, 10), week.total_users, week.new_users, week.returning_users]),
        weeks.map(week => [week.period, week.users, week.new, week.returning + week.resurrected]),
      );
      const mean = Math.round(weeks.reduce((sum, week) => sum + week.users, 0) / weeks.length);
      await page.getByText(`${mean} per week`).waitFor();
    });

    it('shows what people searched for, how often', async () => {
      const { searches } = await metrics(asked);
      await page.getByText(`${searches.toLocaleString('en-US')} searches`, { exact: true }).waitFor();
    });

    for (const [name, header, column, key, value] of [
      ['plugins', 'Name Trend Views', 3, 'plugin', 'visits'],
      ['entities', 'Name Kind Last used Views', 3, 'entity', 'visits'],
      ['techdocs', 'Name Entity Last used Views', 3, 'entity', 'views'],
      ['templates', 'Name Executions', 1, 'template', 'submitted'],
    ]) {
      it(`shows ${name} as the report has them`, async () => {
        const { rows } = await report(name, asked, { sort: value, limit: 500 });
        const known = rows.filter(row => row[key] !== 'other').map(row => [last(row[key]), row[value]]);
        const shown = await table(page, header, column);
        assert.ok(shown.length >= Math.min(3, known.length) && shown.length > 0, `${shown.length} rows`);
        assert.deepEqual(shown, known.slice(0, shown.length));
      });
    }

    it('answers other ranges, kinds and an export', async () => {
      const before = `start_date=${new URL(asked[0].url).searchParams.get('start_date')}`;
      await page.getByText('Last 28 days').click();
      await page.getByRole('option', { name: 'Last week' }).click();
      const weeks = TYPES.map(type => one => isOf(one, type) && !one.url.includes(before));
      await until('the answers for the week', async () => weeks.every(isAnswer => asked.some(isAnswer)));
      assert.equal(answered(asked, 'active_users').grouping, 'daily');
      await page
        .getByText(/per day for this period/)
        .nth(1)
        .waitFor();
      const download = page.waitForEvent('download');
      await page.getByText('Export CSV').click();
      const exported = readFileSync(await (await download).path(), 'utf8').split('\r\n');
      assert.equal(exported[0], 'date,total_users,new_users,returning_users');
      assert.equal(exported.length - 2, answered(asked, 'active_users').data.length);
    });

    it('answers nobody who is not signed in', async () => {
      const { url } = asked[0];
      assert.equal((await fetch(url)).status, 401);
      assert.equal((await fetch(url, { headers: { authorization: `Bearer ${USER_TOKEN}` } })).status, 200);
    });

    it('asks nothing that is not answered, and says nothing', () => {
      const elsewhere = asked.filter(
        one => one.status !== 200 || !one.url.startsWith(`${portal.backend}/api/proxy/adoption-insights/`),
      );
      assert.deepEqual(elsewhere, []);
      assert.ok(asked.length >= 2 * TYPES.length);
      assert.deepEqual(said, []);
    });
  });
}

const last = ref => ref.slice(ref.lastIndexOf('/') + 1);

/** What the page was told last. */
function answered(asked, type, read = JSON.parse) {
  return read(asked.findLast(one => isOf(one, type)).body);
}

const isOf = (one, type) => one.url.includes(`type=${type}&`) && !one.url.includes('format=');

/** The same days, by the page's own dates: its last one is one of them. */
async function report(name, asked, more = {}) {
  const first = new URL(asked[0].url).searchParams;
  const to = new Date(Date.parse(first.get('end_date')) + 86_400_000).toISOString().slice(0, 10);
  const query = { from: first.get('start_date'), to, zone: ZONE, compare: 'none', ...more };
  const headers = { authorization: `Bearer ${TOKENS.read}` };
  const answer = await fetch(`${housecount.url}/insights/${name}?${new URLSearchParams(query)}`, { headers });
  assert.equal(answer.status, 200);
  return answer.json();
}

async function metrics(asked) {
  const { rows } = await report('summary', asked);
  return Object.fromEntries(rows.map(row => [row.metric, row.value]));
}

/** Name and figure of each row of the table that has such a header, once it is there. */
async function table(page, header, column) {
  const names = header.split(' ');
  await page
    .locator('table', { hasText: names.at(-1) })
    .filter({ hasText: names[1] })
    .first()
    .waitFor();
  const tables = await page.locator('table').evaluateAll(all =>
    all.map(one => ({
      header: [...one.querySelectorAll('thead th')]
        .map(cell => cell.innerText.trim())
        .filter(Boolean)
        .join(' '),
      rows: [...one.querySelectorAll('tbody tr')].map(row =>
        [...row.querySelectorAll('td')].map(cell => cell.innerText.trim()),
      ),
    })),
  );
  const found = tables.find(one => one.header === header);
  assert.ok(found, `${header}: ${tables.map(one => one.header).join('; ')}`);
  return found.rows
    .filter(cells => cells.length > column)
    .map(cells => [cells[0], Number(cells.at(-1).replaceAll(',', ''))]);
}
