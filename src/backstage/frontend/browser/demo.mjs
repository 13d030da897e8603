// The generated portal: its events for Housecount, and its entities for Backstage's catalog, which reads whole ones.
import { startGate } from '../../catalog/gate.mjs';
import { JAR } from '../../catalog/housecount.mjs';
import { CATALOG_TOKEN, WRITE_TOKEN } from '../../catalog/plugin-portal.mjs';
import { run } from '../../catalog/processes.mjs';

/** What Backstage wants of each kind, and reports do not. */
const REQUIRED = {
  API: { definition: 'none' },
  Template: { steps: [{ id: 'step', name: 'Step', action: 'debug:log' }] },
};

/**
 * Feeds Housecount with the events, not before it has got the catalog by another way: that is then true from the first of
 * them on.
 *
 * @param url Housecount's
 * @param push gets the entities, and returns when Housecount has them
 */
export async function feed(url, push) {
  let pushed;
  const catalog = async (path, body) => {
    if (path.includes('page=')) {
      pushed ??= push(entitiesOf(body));
      return { accepted: 0 };
    }
    await pushed; // the demo waits for half a minute, and asks again
    return { entities: 0 };
  };
  const gate = await startGate(url, undefined, { '/catalog': catalog });
  const env = { WRITE_TOKEN, CATALOG_TOKEN };
  try {
    await run('java', ['-jar', JAR, 'demo', '--users', '120', '--days', '40', '--url', gate.url], env);
  } finally {
    await gate.stop();
  }
}

function entitiesOf(lines) {
  return lines
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
    .map(({ apiVersion, kind, metadata, spec }) => ({
      apiVersion,
      kind,
      metadata,
      spec: { ...spec, ...REQUIRED[kind] },
    }));
}
