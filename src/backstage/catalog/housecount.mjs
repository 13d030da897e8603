// Housecount's own server, from its jar, and the script that pushes.
import { Buffer } from 'node:buffer';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { run, start } from './processes.mjs';
import { EXISTS, TOKEN } from './portal.mjs';

export const JAR = fileURLToPath(new URL('../../../target/quarkus-app/quarkus-run.jar', import.meta.url));
const SCRIPT = fileURLToPath(new URL('../scripts/push-catalog.mjs', import.meta.url));

/**
 * @param settings of Housecount, without `housecount.`
 * @param token that may read, where one is asked for
 */
export async function startHousecount(settings, token = undefined) {
  let url;
  const options = Object.entries(settings).map(([name, value]) => `-Dhousecount.${name}=${value}`);
  const ready = async printed => {
    const port = /Listening on: http:\/\/[0-9.]+:(\d+)\D/.exec(printed)?.[1];
    url ??= port && `http://127.0.0.1:${port}`;
    return url && (await fetch(`${url}/q/health/ready`)).ok;
  };
  const process = await start('java', ['-XX:TieredStopAtLevel=1', '-Dquarkus.http.port=0', ...options, '-jar', JAR], {
    ready,
  });
  return {
    url,
    ...process,
    async get(path, query = {}) {
      const headers = token ? { authorization: `Bearer ${token}` } : {};
      const response = await fetch(`${url}${path}?${new URLSearchParams(query)}`, { headers });
      if (!response.ok) {
        throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
      }
      return response.json();
    },
    async collect(events) {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ events });
      const response = await fetch(`${url}/collect`, { method: 'POST', headers, body });
      return { status: response.status, ...(await response.json()) };
    },
  };
}

/** What lets a server pull from this portal. */
export const pulling = portal => ({
  'catalog.pull.url': portal.url,
  'catalog.pull.token': TOKEN,
});

/** Pushes the portal's catalog; gives what the script says at last. */
export async function push(portal, housecount, fields = '') {
  const options = ['--backstage', portal.url, '--housecount', housecount.url, ...(fields ? ['--fields', fields] : [])];
  const said = await run('node', [SCRIPT, ...options], { BACKSTAGE_TOKEN: TOKEN });
  return said.trim().split('\n').at(-1);
}

/** Begins a push that is killed once all its pages have arrived, before it says that it is complete. */
export async function pushCutOff(portal, housecount) {
  let complete;
  const arrived = new Promise(resolve => (complete = resolve));
  const between = createServer(async (request, response) => {
    if (request.url.includes('complete=true')) {
      complete();
      return; // never answered
    }
    const chunks = [];
    for await (const chunk of request) {
      chunks.push(chunk);
    }
    const body = Buffer.concat(chunks);
    const { 'content-type': type, 'content-encoding': encoding } = request.headers;
    const headers = { 'content-type': type, 'content-encoding': encoding };
    const answer = await fetch(housecount.url + request.url, { method: request.method, headers, body });
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
  });
  await new Promise(listening => between.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${between.address().port}`;
  const script = await start('node', [SCRIPT, '--backstage', portal.url, '--housecount', url], {
    env: { BACKSTAGE_TOKEN: TOKEN },
    ready: () => arrived.then(() => true),
  });
  await script.stop();
  between.closeAllConnections();
  between.close();
}

/** A filter of catalog-client as a setting. */
export const setting = filter => JSON.stringify(filter, (_, value) => (value === EXISTS ? { $exists: true } : value));
