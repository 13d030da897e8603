// The three packages in an app of each frontend system, in a real browser, in front of a real backend with the catalog,
// scaffolder, search, permissions and events from npm, and the real server: what people do, and what others then see.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startGate } from '../../catalog/gate.mjs';
import { startHousecount } from '../../catalog/housecount.mjs';
import {
  askAs,
  component,
  GRANTS,
  group,
  MANUALLY,
  pluginSettings,
  PUSH,
  READ_TOKEN,
  startPluginPortal,
  tellScheduler,
  template,
  user,
} from '../../catalog/plugin-portal.mjs';
import { until } from '../../catalog/processes.mjs';
import { feed } from './demo.mjs';
import { bundle, startSite, use } from './site.mjs';

const SOON = 60_000; // milliseconds
const DAY = 86_400_000; // milliseconds
const SYSTEMS = ['old', 'new'];
const TEAM = 'group:default/payments';
const HOSTILE = '<img src=x onerror=alert(1)>';

/** May look at everything. */
const PETRA = 'petra';
/** May look at nothing. */
const CAROL = 'carol';
/** May look at their own team only. */
const crewOf = system => [`ann-${system}`, `ben-${system}`];

/** What the people of a system have to do with, and the generated portal does not. */
const thingsOf = system => [
  { ...group(`crew-${system}`), metadata: { name: `crew-${system}`, title: `Crew ${HOSTILE}` } },
  ...crewOf(system).map(name => user(name, [`crew-${system}`])),
  component(`bench-${system}`, `crew-${system}`, { title: `Bench ${HOSTILE}` }),
  // Each of them is alone in one.
  ...crewOf(system).map(name => component(`corner-of-${name}`, `crew-${system}`, { title: 'Corner' })),
  // One for each system: the test itself looks at it, which counts once midnight has passed.
  component(`unseen-${system}`, `crew-${system}`, { title: 'Unseen' }),
  template(`works-${system}`, 'debug:log', { title: `Works ${HOSTILE}` }),
  template(`breaks-${system}`, 'no:such-action', { title: 'Breaks' }),
];

const ORGANISATION = [
  group('platform'),
  group('team-c'),
  user(PETRA, ['platform']),
  user(CAROL, ['team-c']),
  ...SYSTEMS.flatMap(thingsOf),
];

const settings = url => {
  const all = pluginSettings(url, MANUALLY);
  return {
    ...all,
    // Apps come from other addresses, as while a portal is developed.
    backend: { ...all.backend, cors: { origin: 'http://127.0.0.1:*', credentials: true } },
    search: { collators: { catalog: { schedule: { frequency: { seconds: 10 }, timeout: { minutes: 5 } } } } },
  };
};

let housecount;
let gate;
let portal;
let browser;
let AxeBuilder;
/** Files by system. */
const apps = {};

before(async () => {
  const options = {
    'auth.tokens': GRANTS,
    'insights.budget-seconds': 120, // however slow the machine is, reports are answered
    'insights.fewest-people': 2, // what the people of a system did is shown
    'maintenance.interval': 'PT5S', // what arrives a day late counts soon
  };
  housecount = await startHousecount(options, READ_TOKEN);
  gate = await startGate(housecount.url);
  await Promise.all([feed(housecount.url, push), bundleAll()]);
  AxeBuilder = (await use('@axe-core/playwright')).default;
  const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
  browser = await (await use('playwright-core')).chromium.launch({ executablePath: '/usr/bin/chromium', args });
});

/** Starts the portal with these entities and its own, and waits until they have been pushed and are found. */
async function push(generated) {
  const entities = [...generated, ...ORGANISATION];
  portal = await startPluginPortal({ entities, settings: settings(gate.url) });
  await tellScheduler(portal, PUSH, 'trigger');
  await until('the push', async () => (await housecount.get('/catalog')).entities >= entities.length);
  await until('the index', async () => {
    const answer = await askAs(portal, PETRA, `/api/search/query?term=${ORGANISATION.at(-1).metadata.name}`);
    return (await answer.json()).results.length > 0;
  });
}

async function bundleAll() {
  for (const system of SYSTEMS) {
    apps[system] = await bundle(system);
  }
}

after(async () => {
  await browser?.close();
  await portal?.stop();
  await gate?.stop();
  await housecount?.stop();
});

for (const system of SYSTEMS) {
  describe(`${system} frontend system`, () => {
    /** What pages wrote to their consoles. */
    const said = [];
    /** What the backend plugin answered, while Housecount could be reached. */
    const answered = [];
    const crew = crewOf(system);
    let site;
    let context;
    let page;

    before(async () => {
      site = await startSite(apps[system], portal.url);
    });

    after(async () => {
      await context?.close();
      await site?.stop();
    });

    /** Somebody opens a page, with settings of an app's own local storage, or with a clock that is set. */
    async function open(path, person = PETRA, { stored = {}, time } = {}) {
      await context?.close();
      context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1400, height: 1000 } });
      await context.addInitScript(
        all => Object.entries(all).forEach(([name, value]) => localStorage.setItem(name, value)),
        { person, ...stored },
      );
      if (time) {
        await context.clock.install({ time });
      }
      page = await context.newPage();
      page.setDefaultTimeout(SOON);
      page.on('pageerror', error => said.push(String(error)));
      page.on('console', message => message.type() === 'error' && said.push(message.text()));
      page.on('dialog', dialog => {
        said.push(dialog.message());
        return dialog.dismiss();
      });
      page.on('response', response => {
        if (response.url().startsWith(`${portal.url}/api/housecount/`) && gate.mode === 'open') {
          answered.push({ person, url: response.url(), status: response.status() });
        }
      });
      await page.goto(site.url + path);
    }

    /** What the portal's backend answers to events of a kind. */
    async function collected(action, status = 202) {
      const isIt = answer =>
        answer.url() === `${portal.url}/api/housecount/collect` &&
        answer.status() === status &&
        answer.request().postData()?.includes(`"action":"${action}"`);
      await page.waitForResponse(isIt);
    }

    const card = tag => page.locator(tag);

    const team = `group:default/crew-${system}`;
    const term = `bench-${system} ${HOSTILE}`;
    /** The days around this one, also if midnight passes meanwhile: a period ends before today. */
    const days = () => ({ from: dateOf(Date.now() - 2 * DAY), to: dateOf(Date.now() + DAY) });
    /** Where the people of this system, and what they did, is on a page. */
    const deeds = path => `${path}?${new URLSearchParams({ ...days(), team, compare: 'none' })}`;
    const report = (name, query = {}) => housecount.get(`/insights/${name}`, { ...days(), team, ...query });

    it('works on while Housecount cannot be reached, and sends what happened a day later', async () => {
      for (const person of crew) {
        gate.mode = 'closed';
        await open(`/catalog/default/component/bench-${system}`, person, { time: Date.now() - DAY });
        await collected('navigate', 503);
        await page.getByRole('link', { name: /Crew/ }).first().click();
        await page.waitForURL(`**/catalog/default/group/crew-${system}`);
        await page.goto(`${site.url}/catalog/default/component/corner-of-${person}`);
        await collected('navigate', 503);
        gate.mode = 'open';
        const sent = collected('navigate');
        await page.clock.fastForward(DAY);
        await sent;
      }
    });

    /** A figure of the card of an entity. */
    const tile = (name, value) =>
      card('hc-usage').locator('.tiles > div', { hasText: name }).getByText(String(value), { exact: true }).waitFor();

    it('counts what people search for, and runs that complete and that fail', async () => {
      for (const person of crew) {
        await open('/search', person);
        await page.getByRole('textbox', { name: 'Search' }).fill(term);
        await collected('search');
        const discovered = collected('discover');
        await page
          .getByRole('link', { name: `Bench ${HOSTILE}` })
          .first()
          .click();
        await discovered;
        for (const name of ['works', 'breaks']) {
          await page.goto(`${site.url}/create/templates/default/${name}-${system}`);
          await page.getByRole('button', { name: 'Review' }).click();
          const told = collected('create');
          await page.getByRole('button', { name: 'Create' }).click();
          await told;
        }
      }
      const { rows } = await until('the ends of all runs', async () => {
        const found = await report('templates');
        return found.total.completed === 2 && found.total.failed === 2 && found;
      });
      assert.deepEqual(
        rows.map(row => [row.template, row.opened, row.submitted, row.completed, row.failed, row.users]).sort(),
        [
          [`template:default/breaks-${system}`, 2, 2, 0, 2, 2],
          [`template:default/works-${system}`, 2, 2, 2, 0, 2],
        ],
      );
      // By team a term would have to be that of five people.
      const { rows: terms } = await housecount.get('/insights/searches', { ...days(), limit: '500' });
      const found = terms.find(row => row.term === term);
      assert.deepEqual([found?.searches, found?.users, found?.productive, found?.opened], [2, 2, 2, 2]);
      assert.ok(found.mean_rank >= 1, `${found.mean_rank}`);
    });

    it('shows all of it, hostile titles as text', async () => {
      await open(deeds('/housecount/templates-and-plugins'));
      const funnel = name => card('hc-funnel').getByRole('row', { name });
      const { rows } = await report('templates');
      assert.equal(rows.length, 2);
      for (const row of rows) {
        await funnel(row.title).waitFor();
        const cells = [row.views, row.opened, row.submitted, row.completed].map(String);
        assert.deepEqual(await funnel(row.title).getByRole('cell').allInnerTexts(), cells);
      }
      await card('hc-failures').getByText('2 of 2 failed (100%)').waitFor();
      await open(`/housecount/search-and-docs?${new URLSearchParams({ ...days(), compare: 'none' })}`);
      await card('hc-searches').getByRole('listitem').first().waitFor();
      const more = card('hc-searches').getByRole('button', { name: /^Show all/ });
      if ((await more.count()) > 0) {
        await more.click();
      }
      await card('hc-searches').getByText(term, { exact: true }).waitFor();
      const path = `/catalog/default/group/crew-${system}/adoption`;
      await open(deeds(path));
      await card('hc-adoption').getByText('2 of 2 people').waitFor();
      assert.equal(await page.locator('img[src=x]').count(), 0);
    });

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
      await open(`/catalog/default/component/unseen-${system}`);
      await card('hc-usage').getByText('Nobody looked at this in the last 30 days.').waitFor();
      await open('/catalog/default/component/handbook');
      await card('hc-usage').getByText('Readers of its docs').waitFor();
      await open('/catalog/default/template/spring-service');
      await card('hc-usage').getByText('Runs completed').waitFor();
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
      await open('/housecount', PETRA, { stored: { theme: 'dark', language: 'de' } });
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
        await open(path, PETRA, { stored: { theme } });
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
      await open('/housecount', crew[0]);
      await page.getByRole('heading', { name: 'Choose one of your teams' }).waitFor();
      await page.getByRole('button', { name: `crew-${system}` }).click();
      await page.getByRole('heading', { name: 'Key figures' }).waitFor();
      assert.equal(new URL(page.url()).searchParams.get('team'), `group:default/crew-${system}`);
    });

    it('is not there without the permission', async () => {
      await open('/housecount', CAROL);
      await page
        .getByText(/404|not found/i)
        .first()
        .waitFor();
      assert.equal(await page.locator('hc-key-figures').count(), 0);
      await open('/catalog/default/component/payments-core-proxy', CAROL);
      await page
        .getByRole('heading', { name: /Payments/ })
        .first()
        .waitFor();
      assert.equal(await card('hc-usage').count(), 0);
    });

    it('counts once what arrived a day late, on its own day, and never shows few people as nobody', async () => {
      const entity = `component:default/bench-${system}`;
      const total = await until('the visits', async () => {
        const found = await housecount.get('/insights/entities', { period: '30d', entity });
        return found.total.users === 2 && found.total;
      });
      assert.equal(total.visits, 2);
      for (const person of crew) {
        const { events } = await housecount.get('/query', { action: 'click', user: `user:default/${person}` });
        assert.deepEqual(events.map(({ attributes }) => attributes.to).filter(Boolean), [
          `/catalog/default/group/crew-${system}`,
        ]);
      }
      await open(`/catalog/default/component/bench-${system}`);
      await tile('Visitors', total.users);
      await tile('Visits', total.visits);
      await open(`/catalog/default/component/corner-of-${crew[0]}`);
      await card('hc-usage').getByText('Fewer than 2 people').waitFor();
      assert.equal(await page.locator('img[src=x]').count(), 0);
    });

    it('asks only what is answered, and says nothing', () => {
      assert.ok(answered.some(({ person }) => person === PETRA));
      assert.deepEqual(
        answered.filter(({ person, status }) => person === PETRA && status !== 200 && status !== 202),
        [],
      );
      // Of whom nothing may be read, and of Housecount while it is down, a browser says so itself.
      assert.deepEqual(
        said.filter(text => !/status of (403|503)/.test(text)),
        [],
      );
    });
  });
}

const dateOf = time => new Date(time).toISOString().slice(0, 10);
