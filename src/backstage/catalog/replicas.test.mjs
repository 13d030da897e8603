// Two backends of one portal on one database, with the packed plugin, in front of a real Housecount: what they do together
// is done once. Needs PostgreSQL from Debian's packages; .ci/catalog runs this.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startGate } from './gate.mjs';
import { startHousecount } from './housecount.mjs';
import {
  askAs,
  beginRun,
  component,
  GRANTS,
  group,
  MANUALLY,
  pluginSettings,
  PUSH,
  READ_TOKEN,
  signIn,
  startPluginPortal,
  tellScheduler,
  template,
  user,
} from './plugin-portal.mjs';
import { startPostgres } from './postgres.mjs';
import { until } from './processes.mjs';

const organisation = [group('platform'), user('petra', ['platform']), template('works', 'debug:log')];

const SEND_RUNS = 'housecount-send-runs';

let housecount;
let postgres;
/** Each with a gate of its own. */
const backends = [];
/** Of each event of a run that was posted, the id; completions of pushes. */
const posted = [];
const completions = [];

function hear(path, body) {
  if (path === '/collect') {
    const events = JSON.parse(body).events.filter(({ action }) => action === 'task');
    posted.push(...events.map(({ id }) => id));
  } else if (path.includes('complete=true')) {
    completions.push(new URLSearchParams(path.split('?')[1]).get('generation'));
  }
}

before(async () => {
  postgres = await startPostgres();
  housecount = await startHousecount({ 'auth.tokens': GRANTS }, READ_TOKEN);
  const gates = [await startGate(housecount.url, hear), await startGate(housecount.url, hear)];
  const settings = pluginSettings(gates[0].url, MANUALLY);
  settings.backend.database = postgres.settings;
  const first = await startPluginPortal({ entities: organisation, settings });
  backends.push(Object.assign(first, { gate: gates[0] }));
  const second = await first.startTwin({ housecount: { baseUrl: gates[1].url } });
  backends.push(Object.assign(second, { gate: gates[1] }));
});
after(async () => {
  for (const backend of backends.toReversed()) {
    await backend.stop();
    await backend.gate.stop();
  }
  await housecount?.stop();
  await postgres?.stop();
});

const printed = pattern => backends.flatMap(backend => backend.printed().match(pattern) ?? []);

/** What was told of each run. */
async function runs() {
  const { events } = await housecount.get('/query', { action: 'task', limit: 1000 });
  const tasks = [...new Set(events.map(taskOf))];
  return tasks.map(task =>
    events
      .filter(event => taskOf(event) === task)
      .map(({ subject }) => subject)
      .sort(),
  );
}

const taskOf = ({ attributes }) => attributes.taskId;

const WHOLE = ['completed', 'open', 'processing'];

/** Waits until so many runs are known with their ends. */
const untilWhole = count =>
  until('the runs', async () => {
    const found = await runs();
    return found.filter(run => run.includes('completed')).length === count && found.every(run => run.length >= 3);
  });

/** The backend that was about to do what its gate has kept. */
const heldUp = () => until('something on its way', async () => backends.find(({ gate }) => gate.held.length > 0));

/** Kills a backend; gives the other, which goes on at once with what the scheduler takes for lost after its timeout. */
async function kill(backend, task) {
  await backend.kill();
  const other = backends.find(each => each !== backend);
  backends.forEach(({ gate }) => (gate.mode = 'open'));
  await tellScheduler(other, task, 'cancel');
  return other;
}

function setGates(mode) {
  backends.forEach(({ gate }) => Object.assign(gate, { mode, held: [] }));
}

const DONE = /the catalog is (pushed|unchanged)/g;

test('the catalog is pushed once at a time, whichever backend does', async () => {
  for (const turn of [0, 1, 2, 3]) {
    await tellScheduler(backends[turn % 2], PUSH, 'trigger');
    await until('the push', async () => printed(DONE).length > turn);
  }
  assert.equal(printed(DONE).length, 4);
  // The first as a whole, and then that nothing has changed.
  assert.equal(printed(/the catalog is pushed/g).length, 1);
  assert.equal(completions.length, 4);
  assert.equal(new Set(completions).size, 1);
});

test('each backend takes batches of whoever has signed in at the other', async () => {
  const tokens = await Promise.all(backends.map(backend => signIn(backend, 'petra')));
  const body = JSON.stringify({ events: [{ id: 'one', action: 'search', subject: 'term', sessionId: 's' }] });
  for (const [place, backend] of backends.entries()) {
    const headers = { authorization: `Bearer ${tokens[1 - place]}`, 'content-type': 'application/json' };
    const answer = await fetch(`${backend.url}/api/housecount/collect`, { method: 'POST', headers, body });
    assert.equal(answer.status, 202);
  }
  const { events } = await housecount.get('/query', { user: 'user:default/petra', action: 'search' });
  assert.equal(events.length, 1);
});

let told;

test('what runs are about is sent once, wherever they were begun', async () => {
  const begun = [...backends, ...backends];
  await Promise.all(begun.map(backend => beginRun(backend, 'petra', 'works')));
  await untilWhole(begun.length);
  assert.deepEqual(await runs(), Array(begun.length).fill(WHOLE));
  told = posted.slice();
});

test('a backend that is killed before it knows what has arrived loses no run, and doubles none', async () => {
  setGates('lose');
  const ids = await Promise.all(backends.map(backend => beginRun(backend, 'petra', 'works')));
  for (const [place, id] of ids.entries()) {
    await until('the end', async () => {
      const answer = await askAs(backends[place], 'petra', `/api/scaffolder/v2/tasks/${id}`);
      return (await answer.json()).status === 'completed';
    });
  }
  const killed = await heldUp();
  await kill(killed, SEND_RUNS);
  // What was not answered is sent again; what was answered never is.
  const since = () => posted.slice(told.length);
  await until('the same again', async () => new Set(since()).size < since().length);
  await untilWhole(6);
  assert.deepEqual(await runs(), Array(6).fill(WHOLE));
  assert.equal(new Set(told).size, told.length);
  assert.ok(told.every(id => !since().includes(id)));
  await killed.restart();
});

test('a backend that is killed in the middle of a push leaves it to the other', async () => {
  const known = completions.length;
  organisation.push(component('late', 'platform'));
  await backends[0].rewrite(organisation, async () => backends[0].holds(organisation));
  setGates('hold');
  await tellScheduler(backends[0], PUSH, 'trigger');
  const killed = await heldUp();
  assert.equal((await housecount.get('/catalog')).kinds.component, undefined);
  const other = await kill(killed, PUSH);
  await tellScheduler(other, PUSH, 'trigger');
  await until('all of it', async () => (await housecount.get('/catalog')).kinds.component === 1);
  await until('the push', async () => /the catalog is pushed: \d+ entities; 1 added/.test(other.printed()));
  assert.equal(completions.length, known + 1);
});
