// The packed backend plugin in a real backend, in front of a real Housecount. HOUSECOUNT_CATALOG names the folder in which
// both are installed; .ci/catalog runs this.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { startGate } from './gate.mjs';
import { startHousecount } from './housecount.mjs';
import {
  askAs,
  beginRun,
  entity,
  GRANTS,
  group,
  pluginSettings,
  READ_TOKEN,
  startPluginPortal,
  template,
  user,
} from './plugin-portal.mjs';
import { until } from './processes.mjs';

const organisation = [
  ...['platform', 'team-a', 'team-b', 'team-c'].map(group),
  user('petra', ['platform']),
  user('alice', ['team-a']),
  user('bob', ['team-b']),
  user('carol', ['team-c']),
  template('works', 'debug:log'),
  template('breaks', 'no:such-action'),
  ...Array.from({ length: 520 }, (_, i) =>
    entity('Component', `thing-${i}`, { type: 'x', lifecycle: 'y', owner: 'team-a' }),
  ),
];

let housecount;
let gate;
let portal;
before(async () => {
  housecount = await startHousecount({ 'auth.tokens': GRANTS, 'insights.fewest-people': 1 }, READ_TOKEN);
  gate = await startGate(housecount.url);
  portal = await startPluginPortal({ entities: organisation, settings: pluginSettings(gate.url) });
});
after(async () => {
  await portal?.stop();
  await gate?.stop();
  await housecount?.stop();
});

/** Asks Housecount itself. */
const figures = (path, query) => housecount.get(path, query);

const as = (name, path, request) => askAs(portal, name, path, request);
const read = (name, path) => as(name, `/api/housecount${path}`);
const today = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
const days = `from=${today}&to=${new Date(Date.now() + 172_800_000).toISOString().slice(0, 10)}&compare=none`;

test('the catalog is pushed, and then known to be unchanged', async () => {
  const status = await until('the push', async () => {
    const found = await figures('/catalog');
    return found.entities >= organisation.length && found;
  });
  assert.equal(status.source, 'push');
  assert.equal(status.users, 4);
  assert.equal(status.kinds.component, 520);
  assert.doesNotMatch(JSON.stringify(status), /alice|petra/);
  await until('a push of the same', async () => portal.printed().includes('the catalog is unchanged'));
});

test('batches are their users’, compressed ones too, and nobody’s where nobody is to be named', async () => {
  const events = id => [{ id, action: 'search', subject: `term-${id}`, user: 'user:default/mallory', sessionId: 's' }];
  const post = (path, body, headers) =>
    as('alice', `/api/housecount/collect${path}`, { method: 'POST', body, headers });
  const answers = [
    await post('', JSON.stringify({ events: events('one') })),
    await post('', gzipSync(JSON.stringify({ events: events('two') })), { 'content-encoding': 'gzip' }),
    await post('?user=none', JSON.stringify({ events: events('three') })),
  ];
  assert.deepEqual(
    answers.map(({ status }) => status),
    [202, 202, 202],
  );
  assert.equal((await answers[0].json()).accepted, 1);
  const { events: alices } = await figures('/query', { user: 'user:default/alice', action: 'search' });
  assert.deepEqual(alices.map(({ subject }) => subject).sort(), ['term-one', 'term-two']);
  assert.deepEqual(alices[0].groups, ['group:default/team-a']);
  assert.deepEqual((await figures('/query', { user: 'user:default/mallory' })).events, []);
  const [nobodys] = (await figures('/query', { subject: 'term-three' })).events;
  assert.equal(nobodys.user, undefined);
  const unsigned = await fetch(`${portal.url}/api/housecount/collect`, { method: 'POST', body: '[]' });
  assert.equal(unsigned.status, 401);
});

const begin = (name, templateName) => beginRun(portal, name, templateName);

test('runs are told with their end, their time and their creator, and nothing that was filled in', async () => {
  await begin('alice', 'works');
  await begin('bob', 'works');
  await begin('bob', 'breaks');
  const { rows } = await until('the runs', async () => {
    const report = await (await read('petra', `/insights/templates?${days}`)).json();
    const ended = report.rows.reduce((sum, { completed, failed }) => sum + completed + failed, 0);
    return ended === 3 && report;
  });
  const ends = rows.map(({ template: ref, submitted, completed, failed, users }) => [
    ref,
    submitted,
    completed,
    failed,
    users,
  ]);
  assert.deepEqual(ends.sort(), [
    ['template:default/breaks', 1, 0, 1, 1],
    ['template:default/works', 2, 2, 0, 2],
  ]);
  const { events } = await figures('/query', { action: 'task' });
  assert.deepEqual([...new Set(events.map(({ subject }) => subject))].sort(), [
    'completed',
    'failed',
    'open',
    'processing',
  ]);
  assert.equal(events.length, 9);
  assert.ok(events.filter(({ subject }) => subject === 'completed').every(({ value }) => value >= 0));
  assert.doesNotMatch(JSON.stringify(events), /filled-in|alice|bob@/);
  assert.equal((await figures('/query', { action: 'task', user: 'user:default/bob' })).events.length, 6);
});

test('whoever may reads everything, others their own teams, some nothing', async () => {
  const statuses = async name =>
    Promise.all(
      [
        '/insights',
        `/insights/searches?${days}`,
        `/insights/searches?${days}&team=team-a`,
        `/insights/searches?${days}&team=team-b`,
        '/catalog',
        '/catalog/headcounts?team=team-a',
        '/data-health',
      ].map(async path => (await read(name, path)).status),
    );
  assert.deepEqual(await statuses('petra'), [200, 200, 200, 200, 200, 200, 200]);
  assert.deepEqual(await statuses('alice'), [200, 403, 200, 403, 403, 200, 403]);
  assert.deepEqual(await statuses('bob'), [200, 403, 403, 200, 403, 403, 403]);
  assert.deepEqual(await statuses('carol'), [403, 403, 403, 403, 403, 403, 403]);
  assert.equal((await fetch(`${portal.url}/api/housecount/insights`)).status, 401);
  const { rows } = await (await read('alice', `/insights/searches?${days}&team=team-a`)).json();
  assert.ok(rows.some(({ searches }) => searches > 0));
  const csv = await as('petra', `/api/housecount/insights/plugins?${days}`, { headers: { accept: 'text/csv' } });
  assert.match(await csv.text(), /^plugin,users,visits/);
});

test('an app can ask for the permissions', async () => {
  const authorize = async (name, permission, resourceRef) => {
    const body = JSON.stringify({ items: [{ id: '1', permission, resourceRef }] });
    const answer = await as(name, '/api/permission/authorize', { method: 'POST', body });
    return (await answer.json()).items[0].result;
  };
  const common = { attributes: { action: 'read' } };
  const page = { ...common, type: 'basic', name: 'housecount.insights.read' };
  const team = { ...common, type: 'resource', name: 'housecount.team-insights.read', resourceType: 'housecount-team' };
  assert.equal(await authorize('alice', page), 'ALLOW');
  assert.equal(await authorize('carol', page), 'DENY');
  assert.equal(await authorize('alice', team, 'group:default/team-a'), 'ALLOW');
  assert.equal(await authorize('alice', team, 'group:default/team-b'), 'DENY');
  assert.equal(await authorize('petra', team, 'group:default/team-b'), 'ALLOW');
});

test('while Housecount is down the portal works, and what happened arrives later, once', async () => {
  gate.mode = 'closed';
  const body = JSON.stringify({ events: [{ id: 'later', action: 'search', subject: 'term-later' }] });
  const post = () => as('bob', '/api/housecount/collect', { method: 'POST', body });
  const refused = await post();
  assert.equal(refused.status, 503);
  assert.ok(Number(refused.headers.get('retry-after')) > 0);
  assert.equal((await read('petra', '/insights')).status, 503);
  await begin('petra', 'works');
  await until('an attempt', async () => portal.printed().includes('Housecount cannot be reached'));
  gate.mode = 'open';
  assert.deepEqual([(await post()).status, (await post()).status], [202, 202]);
  assert.equal((await figures('/query', { subject: 'term-later' })).events.length, 1);
  const { events } = await until('the run', async () => {
    const found = await figures('/query', { action: 'task', user: 'user:default/petra' });
    return found.events.some(({ subject }) => subject === 'completed') && found;
  });
  assert.deepEqual(events.map(({ subject }) => subject).sort(), ['completed', 'open', 'processing']);
});

test('a reading is on record, and what people did is in no log', () => {
  const log = portal.printed();
  const records = log.split('\n').filter(line => line.includes('insights-read') && line.includes('succeeded'));
  assert.ok(records.some(line => line.includes('user:default/petra') && line.includes('/insights/templates')));
  assert.ok(records.every(line => !line.includes('team-a') && !line.includes('?')));
  assert.doesNotMatch(log, /term-one|token-of-acme/);
  // The scaffolder's own records have what was filled in; the plugin's lines have not.
  const own = log.split('\n').filter(line => line.includes('"plugin":"housecount"'));
  assert.ok(own.length > 0);
  assert.doesNotMatch(own.join('\n'), /filled-in/);
});

test('a portal that is stopped in the middle of a push begins anew, and nothing is lost meanwhile', async () => {
  gate.mode = 'hold';
  await portal.restart();
  await until('a page on its way', async () => gate.held.length > 0);
  assert.equal((await figures('/catalog')).kinds.component, 520);
  gate.mode = 'open';
  await portal.restart();
  await until('a push', async () => portal.printed().includes('the catalog is pushed'));
  // A portal that keeps its database in memory reads everything anew, and may push what it has until then.
  await until('all of it', async () => (await figures('/catalog')).kinds.component === 520);
});

test('a key that is missing is named at the start', async () => {
  const broken = pluginSettings(housecount.url);
  delete broken.housecount.readToken;
  const isNamed = text => text.includes('housecount.readToken');
  const options = { settings: broken, ready: async printed => isNamed(printed) };
  // Whether the rest of a backend runs on, is Backstage's to say.
  const ended = await startPluginPortal(options).then(
    other => other.stop(),
    error => error,
  );
  assert.ok(!ended || isNamed(ended.message));
});
