// The plugin in an app of each frontend system, in a real browser, on top of the real server: what people see of the
// figures of /insights.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { JAR, startHousecount } from '../../catalog/housecount.mjs';
import { run, until } from '../../catalog/processes.mjs';
import { startRelay } from './relay.mjs';
import { startSite, use } from './site.mjs';

const SOON = 60_000; // milliseconds
const TEAM = 'group:default/payments';

const ALICE = { name: 'alice', teams: [TEAM] };
/** May look at teams of his own only. */
const BOB = { name: 'bob', teams: [TEAM] };
/** May look at nothing. */
const MALLORY = { name: 'mallory', teams: [] };

function mayRead(person, query) {
  if (person === MALLORY.name) {
    return 'no';
  }
  const teams = new URLSearchParams(query.split('?')[1] ?? '').getAll('team');
  return person === ALICE.name || teams.includes(TEAM) ? 'yes' : 'other team';
}

const entity = (kind, name, title, annotations = {}, spec = {}) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default', title, annotations },
  spec: { type: 'service', lifecycle: 'production', owner: TEAM, ...spec },
});

/** As the generated portal has them, and one whose name is hostile. */
const ENTITIES = [
  entity('Component', 'payments-core-proxy', 'Payments <img src=x onerror=alert(1)> Proxy'),
  entity('Component', 'handbook', 'Handbook', { 'backstage.io/techdocs-ref': 'dir:.' }),
  entity('Component', 'nobody-knows-it', 'Nobody knows it'),
  entity('Template', 'spring-service', 'Spring Boot service'),
  entity('Group', 'payments', 'Payments', {}, { type: 'team', children: [] }),
];

let housecount;
let browser;
let AxeBuilder;

before(async () => {
  // However slow the machine is, reports are answered.
  housecount = await startHousecount({ 'insights.budget-seconds': 120 });
  await run('java', ['-jar', JAR, 'demo', '--users', '120', '--days', '40', '--url', housecount.url]);
  AxeBuilder = (await use('@axe-core/playwright')).default;
  const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
  browser = await (await use('playwright-core')).chromium.launch({ executablePath: '/usr/bin/chromium', args });
});

after(async () => {
  await browser?.close();
  await housecount?.stop();
});

for (const system of ['old', 'new']) {
  describe(`${system} frontend system`, () => {
    /** What pages wrote to their consoles. */
    const said = [];
    let relay;
    let site;
    let context;
    let page;

    before(async () => {
      relay = await startRelay(housecount.url, mayRead);
      site = await startSite(system, relay.url);
    });

    after(async () => {
      await context?.close();
      await Promise.all([site?.stop(), relay?.stop()]);
    });

    /** Somebody opens a page, with settings of an app's own local storage. */
    async function open(path, person = ALICE, stored = {}) {
      await context?.close();
      context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1400, height: 1000 } });
      await context.addInitScript(
        ([portal, settings]) => {
          globalThis.portal = portal;
          Object.entries(settings).forEach(([name, value]) => localStorage.setItem(name, value));
        },
        [{ person, entities: ENTITIES }, stored],
      );
      page = await context.newPage();
      page.setDefaultTimeout(SOON);
      page.on('pageerror', error => said.push(String(error)));
      page.on('console', message => message.type() === 'error' && said.push(message.text()));
      await page.goto(site.url + path);
    }

    const card = tag => page.locator(tag);

    it('shows the overview with the figures of the reports', async () => {
      await open('/housecount');
      await page.getByRole('heading', { name: 'Key figures' }).waitFor();
      const { rows } = await housecount.get('/insights/summary', { period: '28d' });
      const people = rows.find(row => row.metric === 'active_users').value;
      await card('hc-key-figures').getByText(String(people), { exact: true }).waitFor();
      await card('hc-active-users').locator('hc-chart svg').waitFor();
      assert.match(new URL(page.url()).pathname, /^\/housecount(\/overview)?$/);
    });

    it('follows a team and a range, keeps them in the address and from tab to tab', async () => {
      await page.getByRole('combobox', { name: 'Period', exact: true }).selectOption('7d');
      await page.getByRole('combobox', { name: 'Team', exact: true }).click();
      await page.getByRole('option', { name: /^Payments group:default\/payments$/ }).click();
      await page.waitForURL(url => url.searchParams.get('team') === TEAM && url.searchParams.get('period') === '7d');
      const { rows } = await housecount.get('/insights/summary', { period: '7d', team: TEAM });
      const people = rows.find(row => row.metric === 'active_users').value;
      await card('hc-key-figures').getByText(String(people), { exact: true }).waitFor();
      await page.getByRole('tab', { name: 'Search and docs' }).click();
      await page.waitForURL(url => url.pathname.endsWith('/search-and-docs') && url.searchParams.get('team') === TEAM);
      await page.getByRole('heading', { name: 'Documentation that is read' }).waitFor();
      await page.goBack();
      await page.getByRole('heading', { name: 'Key figures' }).waitFor();
      assert.equal(new URL(page.url()).searchParams.get('team'), TEAM);
    });

    it('links entities to their pages of the catalog', async () => {
      await open('/housecount/templates-and-plugins');
      const link = card('hc-entities').getByRole('link', { name: 'Payments Core Proxy' });
      assert.equal(await link.getAttribute('href'), '/catalog/default/component/payments-core-proxy');
      await link.click();
      await page.waitForURL('**/catalog/default/component/payments-core-proxy');
      await card('hc-usage').getByText('Visitors').waitFor();
    });

    it('says of an entity who visits it, and of small numbers that they are small', async () => {
      const ref = 'component:default/payments-core-proxy';
      const { total } = await housecount.get('/insights/entities', { period: '30d', entity: ref });
      await card('hc-usage').getByText(String(total.users), { exact: true }).waitFor();
      await card('hc-usage')
        .getByRole('img', { name: /People a week/ })
        .waitFor();
      await open('/catalog/default/component/nobody-knows-it');
      await card('hc-usage').getByText('Nobody looked at this in the last 30 days.').waitFor();
      await open('/catalog/default/component/handbook');
      await card('hc-usage').getByText('Readers of its docs').waitFor();
      await open('/catalog/default/template/spring-service');
      await card('hc-usage').getByText('Runs completed').waitFor();
    });

    it('never shows few people as nobody', async () => {
      await open('/catalog/default/component/nobody-knows-it');
      await page.route('**/insights/entities*', async route => {
        const answer = await (await route.fetch()).json();
        const json = { ...answer, rows: [], total: { users: null, visits: null }, hidden: { rows: 1, fewerThan: 5 } };
        await route.fulfill({ json });
      });
      await page.reload();
      await card('hc-usage').getByText('Fewer than 5 people').waitFor();
    });

    it('has a tab for a team', async () => {
      await open('/catalog/default/group/payments/adoption');
      const { total } = await housecount.get('/insights/adoption', { team: TEAM, limit: '500' });
      await card('hc-adoption').getByText(`${total.active} of ${total.members} people`).waitFor();
      await page.getByRole('combobox', { name: 'Period', exact: true }).selectOption('90d');
      await page.waitForURL(url => url.searchParams.get('period') === '90d' && !url.searchParams.has('team'));
    });

    it('has a card of what colleagues open', async () => {
      await open('/home');
      const { rows } = await housecount.get('/insights/entities', { period: '30d', limit: '8' });
      await card('hc-colleagues').getByRole('link', { name: rows[0].title }).waitFor();
    });

    it('wears the portal’s colours, light and dark, and speaks German', async () => {
      await open('/housecount');
      await card('hc-key-figures').getByText('Adoption', { exact: true }).waitFor();
      const light = await ground();
      await open('/housecount', ALICE, { theme: 'dark', language: 'de' });
      await page.getByRole('heading', { name: 'Kennzahlen' }).waitFor();
      await page.getByRole('combobox', { name: 'Zeitraum', exact: true }).waitFor();
      const dark = await ground();
      assert.ok(light > 200 && dark < 120, `${light} and ${dark}`);
      assert.equal(await card('hc-key-figures').getAttribute('lang'), 'de');
    });

    /** How bright a card is, from 0 to 255. */
    const ground = () =>
      card('hc-key-figures')
        .locator('section')
        .evaluate(section => Number(/\d+/.exec(getComputedStyle(section).backgroundColor)[0]));

    for (const [theme, path, heading] of [
      ['light', '/housecount/overview', 'Key figures'],
      ['dark', '/housecount/overview', 'Key figures'],
      ['light', '/housecount/templates-and-plugins', 'Time saved'],
      ['dark', '/catalog/default/component/payments-core-proxy', 'Usage'],
    ]) {
      it(`has nothing for axe to find: ${path}, ${theme}`, async () => {
        await open(path, ALICE, { theme });
        await page.getByRole('heading', { name: heading }).waitFor();
        await until('all cards', () => page.evaluate(() => !document.querySelector('[aria-busy=true]')));
        const { violations } = await new AxeBuilder({ page }).include('.hc-stage').analyze();
        assert.deepEqual(
          violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))]),
          [],
        );
      });
    }

    it('offers a team of their own to people who may see no other', async () => {
      await open('/housecount', BOB);
      await page.getByRole('heading', { name: 'You may not read these figures' }).waitFor();
      await page.getByRole('button', { name: 'payments' }).click();
      await page.getByRole('heading', { name: 'Key figures' }).waitFor();
      assert.equal(new URL(page.url()).searchParams.get('team'), TEAM);
    });

    it('is not there without the permission', async () => {
      await open('/housecount', MALLORY);
      await page
        .getByText(/404|not found/i)
        .first()
        .waitFor();
      assert.equal(await page.locator('hc-key-figures').count(), 0);
      await open('/catalog/default/component/payments-core-proxy', MALLORY);
      await page
        .getByRole('heading', { name: /Payments/ })
        .first()
        .waitFor();
      assert.equal(await card('hc-usage').count(), 0);
    });

    it('asks only what is answered, and says nothing', () => {
      assert.deepEqual(
        relay.asked.filter(({ status }) => status !== 200),
        [],
      );
      // Of whom nothing may be read a browser says so itself.
      assert.deepEqual(
        said.filter(text => !/status of 403/.test(text)),
        [],
      );
    });
  });
}
