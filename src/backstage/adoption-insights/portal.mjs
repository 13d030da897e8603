// A portal with Red Hat's page: its app, and a real backend whose proxy is configured as README.md says.
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { freePort, start } from '../catalog/processes.mjs';
import { startSite } from './site.mjs';

/** The user's, whom the proxy wants to be signed in. */
export const USER_TOKEN = 'the-token-of-the-user';

const README = new URL('../../../README.md', import.meta.url);
const EXAMPLE = 'https://abc123.execute-api.eu-central-1.amazonaws.com';

/** What README.md says of the proxy, with this Housecount in the place of its example. */
function documented(housecount) {
  const yaml = /```yaml\n# app-config\.yaml\n(proxy:\n {2}endpoints:\n {4}\/adoption-insights:[^`]*)```/.exec(
    readFileSync(README, 'utf8'),
  );
  if (!yaml?.[1].includes(EXAMPLE)) {
    throw new Error('README.md no longer says how to configure the proxy');
  }
  return yaml[1].replace(EXAMPLE, housecount);
}

const settings = (port, origin) => ({
  app: { baseUrl: origin },
  backend: {
    baseUrl: `http://127.0.0.1:${port}`,
    listen: { host: '127.0.0.1', port },
    cors: { origin },
    database: { client: 'better-sqlite3', connection: ':memory:' },
    auth: { externalAccess: [{ type: 'static', options: { token: USER_TOKEN, subject: 'reader' } }] },
  },
});

/**
 * @param system of Backstage's frontend, `old` or `new`
 * @param housecount its address
 * @param token of scope read
 */
export async function startPortal(system, housecount, token) {
  const installed = process.env.HOUSECOUNT_CATALOG;
  const folder = mkdtempSync(join(tmpdir(), 'housecount-adoption-'));
  const config = join(folder, 'app-config.yaml');
  const proxy = join(folder, 'proxy.yaml');
  const port = await freePort();
  const site = await startSite(system, `http://127.0.0.1:${port}`);
  writeFileSync(config, JSON.stringify(settings(port, site.url)));
  writeFileSync(proxy, documented(housecount));
  copyFileSync(new URL('backend.mjs', import.meta.url), join(installed, 'proxy.mjs'));
  const backend = await start('node', ['proxy.mjs', '--config', config, '--config', proxy], {
    cwd: installed,
    env: { NODE_ENV: 'production', HOUSECOUNT_READ_TOKEN: token },
    ready: async () => (await fetch(`http://127.0.0.1:${port}/.backstage/health/v1/readiness`)).ok,
  });
  return {
    url: site.url,
    bytes: site.bytes,
    backend: `http://127.0.0.1:${port}`,
    async stop() {
      await Promise.all([site.stop(), backend.stop()]);
      rmSync(folder, { recursive: true });
    },
  };
}
