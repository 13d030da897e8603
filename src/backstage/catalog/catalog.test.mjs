// The real catalog backend, pushed by the script and pulled by the server: both have to say what the backend says.
// HOUSECOUNT_CATALOG names the folder in which the backend's packages are installed; .ci/catalog runs this.
import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import process from 'node:process';
import { after, before, test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { pulling, push, pushCutOff, setting, startHousecount } from './housecount.mjs';
import { EXISTS, parameters, refOf, startPortal } from './portal.mjs';
import { until } from './processes.mjs';
import { database, DICTIONARIES, dictionary, found, rawTables } from './tables.mjs';
import { NAMES, world } from './world.mjs';

const TAKEN = { 'spec.type': ['department', 'guild', 'team'], 'metadata.includeInInsights': true };
const TOTAL = [{ 'metadata.namespace': 'corporate' }, { 'metadata.includeInInsights': ['true'] }];

/** What the settings and filters below name. */
const FIELDS = [
  'metadata.includeInInsights',
  'metadata.labels',
  'metadata.tags',
  'metadata.annotations.acme.example/country',
  'spec.tier',
  'spec.profile.email',
].join();

const SETTINGS = {
  'catalog.capture-entity-fields': 'metadata.tags,spec.tier',
  'catalog.capture-identity-fields': 'metadata.annotations.acme.example/country',
  'catalog.capture-identity-groups-filter': setting(TAKEN),
  'catalog.total-users-entity-query-filter': setting(TOTAL),
};

const FILTERS = [
  {},
  { 'metadata.namespace': 'corporate' },
  { 'Metadata.Namespace': 'CORPORATE' },
  { 'metadata.includeInInsights': true },
  { 'metadata.includeInInsights': ['true', false] },
  { 'metadata.labels.employment': 'contractor' },
  { 'relations.memberOf': 'group:default/squad.3' },
  { 'relations.memberOf': ['group:corporate/sales', 'group:default/ghosts'], 'metadata.namespace': 'default' },
  { 'relations.memberOf': EXISTS },
  { 'spec.memberOf': 'corporate/Engineering' },
  [{ 'metadata.namespace': 'corporate' }, { 'metadata.includeInInsights': false }],
  { 'metadata.annotations.acme.example/country': ['de', 'PL'] },
  { 'metadata.annotations.acme.example/missing': EXISTS },
  { 'spec.profile.email': ['ottilie.brambach-0@acme.example', 'nobody@acme.example'] },
  { 'metadata.name': 'wendelin.quastenfels-1' },
];

/** How a catalog comes to Housecount. */
const WAYS = {
  push: async portal => {
    const server = await startHousecount(SETTINGS);
    await push(portal, server, FIELDS);
    return server;
  },
  pull: async portal => {
    const server = await startHousecount({ ...SETTINGS, ...pulling(portal) });
    await pulled(server);
    return server;
  },
};

const pulled = server => until('the pull', async () => (await server.get('/catalog')).source === 'pull');

const ofUsers = filter => [filter].flat().map(branch => ({ ...branch, kind: 'user' }));

let portal;
before(async () => {
  portal = await startPortal(process.env.HOUSECOUNT_CATALOG);
});
after(() => portal?.stop());

for (const [way, bring] of Object.entries(WAYS)) {
  test(`${way}: what the backend says`, async t => {
    const server = await bring(portal);
    t.after(() => server.stop());
    await t.test('as many of each kind', async () => {
      const kinds = Object.entries(await portal.facets('kind')).map(([kind, count]) => [kind.toLowerCase(), count]);
      const status = await server.get('/catalog');
      assert.deepEqual(status.kinds, Object.fromEntries(kinds));
      assert.equal(status.source, way);
      assert.equal(status.users, status.kinds.user);
      assert.equal(status.totalUsers, await portal.count(ofUsers(TOTAL)));
      assert.doesNotMatch(JSON.stringify(status), /brambach|wendelin/i);
    });
    await t.test('entities in events', () => entitiesInEvents(server));
    await t.test('groups of people', () => groupsOfPeople(server));
    await t.test('members of teams', () => membersOfTeams(server));
    await t.test('nobody by name, in no table', async () => {
      const text = await rawTables(server.pid);
      assert.deepEqual(found([...NAMES, '@acme.example'], text), []);
      assert.deepEqual(found(TITLES, text), TITLES, 'the search finds what is kept beside');
    });
  });
}

test('total users by any filter, as the backend counts them', async t => {
  for (const [i, filter] of FILTERS.entries()) {
    await t.test(JSON.stringify(parameters(filter)), async () => {
      const total = { 'catalog.total-users-entity-query-filter': setting(filter) };
      const server = await startHousecount(i % 2 ? total : { ...total, ...pulling(portal) });
      try {
        await (i % 2 ? push(portal, server, FIELDS) : pulled(server));
        assert.equal((await server.get('/catalog')).totalUsers, await portal.count(ofUsers(filter)));
      } finally {
        await server.stop();
      }
    });
  }
});

test('names that somebody wants to keep are found in the tables: the search finds all of them', async t => {
  const field = 'spec.profile.displayName';
  const server = await startHousecount({ 'catalog.capture-identity-fields': field });
  t.after(() => server.stop());
  await push(portal, server, field);
  assert.deepEqual(found(NAMES, await rawTables(server.pid)), NAMES, 'in facts of people');
});

test('names are found in whatever tables may hold', async t => {
  const server = await startHousecount({});
  t.after(() => server.stop());
  const label = NAMES.join(' ').toLowerCase();
  await server.collect([{ action: 'click', subject: label, user: 'user:default/visitor' }]);
  assert.deepEqual(found(NAMES, await rawTables(server.pid)), NAMES, 'in events');
  await keepHidden(server);
  assert.deepEqual(found(HIDDEN, await rawTables(server.pid)), HIDDEN);
});

test('a push that is cut off changes nothing, and keeps no other from coming', async t => {
  const server = await startHousecount({});
  t.after(() => server.stop());
  await push(portal, server);
  const before = await server.get('/catalog');
  const last = world.findLast(({ kind }) => kind === 'Component');
  await portal.rewrite(
    world.map(entity => (entity === last ? retired(last) : entity)),
    async () => (await portal.count({ kind: 'component', 'spec.lifecycle': 'retired' })) === 1,
  );
  t.after(() => portal.rewrite(world, () => portal.holds(world)));
  await pushCutOff(portal, server);
  assert.deepEqual(await server.get('/catalog'), before);
  assert.deepEqual(found(NAMES, await rawTables(server.pid)), [], 'in pages that wait');
  await server.collect([visit(refOf(last), 'user:default/first')]);
  const lifecycle = async user => (await server.get('/query', { user })).events[0].entity.lifecycle;
  assert.equal(await lifecycle('user:default/first'), last.spec.lifecycle);
  assert.match(await push(portal, server), /; 0 added, 1 changed, 0 removed, \d+ unchanged$/);
  await server.collect([visit(refOf(last), 'user:default/second')]);
  assert.equal(await lifecycle('user:default/second'), 'retired');
});

test('an owner that changes between two events', async t => {
  const server = await startHousecount({});
  t.after(() => server.stop());
  const last = world.findLast(({ kind }) => kind === 'Component');
  const ref = refOf(last);
  assert.match(await push(portal, server), /, 0 changed, 0 removed, 0 unchanged$/);
  assert.match(await push(portal, server), /: \d+ entities; 0 added, 0 changed, 0 removed, \d+ unchanged$/);
  await server.collect([visit(ref, 'user:default/first')]);
  await portal.rewrite(
    world.map(entity => (entity === last ? retired(last) : entity)),
    async () => (await portal.count({ kind: 'component', 'spec.lifecycle': 'retired' })) === 1,
  );
  t.after(() => portal.rewrite(world, () => portal.holds(world)));
  assert.match(await push(portal, server), /; 0 added, 1 changed, 0 removed, \d+ unchanged$/);
  await server.collect([visit(ref, 'user:default/second')]);
  const owner = async user => (await server.get('/query', { user })).events[0].entity.owner;
  assert.equal(await owner('user:default/first'), `user:default/${await pseudonym(server, world)}`);
  assert.equal(await owner('user:default/second'), 'group:corporate/engineering');
});

/** Texts that are no person's, and stay. */
const TITLES = ['Pet store no. 1', 'The Engineering', 'Make a new-Service'];

/** Each in a hiding place of its own. */
const HIDDEN = ['inPlain', 'inAMap', 'inBase64', 'deflatedAlone', 'deflatedWithEvents', 'deflatedWithTheCatalog'];

async function keepHidden(server) {
  const ask = await database(server.pid);
  const [plain, map, encoded, alone, ...others] = HIDDEN;
  const words = await Promise.all(DICTIONARIES.map(dictionary));
  const header = Buffer.from(Array.from({ length: 5_000 }, (_, i) => (i * i) % 251));
  const deflated = (word, dictionary) =>
    Buffer.concat([header, deflateRawSync(`page:search ${word} service`, { dictionary })]).toString('base64');
  const values = [
    { S: plain },
    { M: { deep: { L: [{ S: map }] } } },
    { S: `x${Buffer.from(`whatever ${encoded} else`).toString('base64')}` },
    { B: deflated(alone) },
    ...others.map((word, i) => ({ B: deflated(word, words[i]) })),
  ];
  await ask('CreateTable', {
    TableName: 'hidden',
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'N' }],
    BillingMode: 'PAY_PER_REQUEST',
  });
  for (const [i, value] of values.entries()) {
    await ask('PutItem', { TableName: 'hidden', Item: { id: { N: String(i) }, value } });
  }
}

const retired = entity => ({
  ...entity,
  spec: { ...entity.spec, owner: 'group:corporate/Engineering', lifecycle: 'retired' },
});

const visit = (ref, user) => {
  const [, kind, namespace, name] = /^(.*?):(.*?)\/(.*)$/.exec(ref);
  const context = { pluginId: 'catalog', entityRef: ref };
  return { action: 'navigate', subject: `/catalog/${namespace}/${kind}/${name}`, user, context };
};

/** What stands for the person who owns components. */
async function pseudonym(server) {
  const owner = refOf(world.find(({ metadata }) => metadata.name === 'Wendelin.Quastenfels-1'));
  const { accepted } = await server.collect([{ action: 'click', subject: 'x', user: owner }]);
  assert.equal(accepted, 1);
  return (await server.get('/query', { user: owner, action: 'click' })).events[0].user.replace(/^~?/, '~');
}

async function entitiesInEvents(server) {
  const entities = [...(await portal.entities('component')), ...(await portal.entities('template'))];
  const person = `user:default/${await pseudonym(server)}`;
  const { accepted } = await server.collect(entities.map(({ ref }) => visit(ref, 'user:default/visitor')));
  assert.equal(accepted, entities.length);
  for (const { ref, kind, metadata, spec, relations } of entities) {
    const { events } = await server.get('/query', { entity: ref });
    const owner = relations.find(({ type }) => type === 'ownedBy')?.targetRef;
    const fields = { 'metadata.tags': metadata.tags, 'spec.tier': spec.tier };
    const expected = {
      ref,
      kind: kind.toLowerCase(),
      namespace: metadata.namespace,
      type: spec.type,
      lifecycle: spec.lifecycle,
      owner: owner?.startsWith('user:') ? person : owner,
      title: metadata.title,
      fields: metadata.tags && fields,
    };
    const { fields: kept, ...rest } = events[0].entity;
    const all = { ...rest, fields: kept && Object.keys(kept).length ? kept : undefined };
    assert.deepEqual(JSON.parse(JSON.stringify(all)), JSON.parse(JSON.stringify(expected)), ref);
  }
}

/** Groups by their refs: what is above each, and whether the filter takes it. */
async function groupTree() {
  const parents = ({ relations }) => relations.filter(({ type }) => type === 'childOf').map(one => one.targetRef);
  const isTaken = ({ metadata, spec }) =>
    TAKEN['spec.type'].includes(spec.type) && String(metadata.includeInInsights) === 'true';
  const groups = await portal.entities('group');
  return new Map(groups.map(group => [group.ref, { parents: parents(group), taken: isTaken(group) }]));
}

function withAncestors(refs, tree) {
  const found = new Set();
  const open = [...refs];
  while (open.length) {
    const ref = open.pop();
    if (!found.has(ref)) {
      found.add(ref);
      open.push(...(tree.get(ref)?.parents ?? []));
    }
  }
  return [...found];
}

const groupsOf = ({ relations }) => relations.filter(({ type }) => type === 'memberOf').map(one => one.targetRef);

async function groupsOfPeople(server) {
  const tree = await groupTree();
  const people = (await portal.entities('user')).filter((_, i) => i % 17 === 0);
  await server.collect(people.map(({ ref }) => ({ action: 'click', subject: 'y', user: ref })));
  for (const person of people) {
    const { events } = await server.get('/query', { user: person.ref, action: 'click' });
    const shown = withAncestors(groupsOf(person), tree).filter(ref => tree.get(ref)?.taken);
    assert.deepEqual(events[0].groups, shown.sort(), person.ref);
    assert.deepEqual(events[0].identity, {
      'metadata.namespace': person.metadata.namespace,
      'metadata.annotations.acme.example/country': person.metadata.annotations['acme.example/country'],
    });
  }
}

async function membersOfTeams(server) {
  const tree = await groupTree();
  const people = await portal.entities('user');
  const counted = people.filter(
    ({ metadata }) => metadata.namespace === 'corporate' || metadata.includeInInsights === true,
  );
  const from = new Date(Date.now() - 36 * 3_600_000).toISOString().slice(0, 10);
  const to = new Date(Date.now() + 48 * 3_600_000).toISOString().slice(0, 10);
  for (const team of ['group:corporate/engineering', 'group:default/payments', 'group:default/loop-a']) {
    const below = counted.filter(person => withAncestors(groupsOf(person), tree).includes(team));
    const direct = counted.filter(person => groupsOf(person).includes(team));
    const members = async more => (await server.get('/catalog/headcounts', { from, to, team, ...more })).rows.at(-1);
    assert.equal((await members({})).members, below.length, team);
    assert.equal((await members({ direct: true })).members, direct.length, team);
    assert.equal((await members({})).totalUsers, counted.length);
  }
}
