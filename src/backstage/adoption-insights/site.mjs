// The app of a portal with Red Hat's page.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { cpSync, mkdirSync, realpathSync, rmSync } from 'node:fs';

const installed = process.env.HOUSECOUNT_ADOPTION_INSIGHTS;
const here = import.meta.dirname;

/** What is installed there, for whoever is not. */
export function use(name) {
  return import(pathToFileURL(createRequire(join(installed, 'package.json')).resolve(name)));
}

/** As in browser/world/site.ts: npm gives each package a Material UI of its own, without the theme of the others. */
function oneMaterialUi() {
  const find = (from, name) => dirname(createRequire(realpathSync(from)).resolve(`${name}/package.json`));
  const components = find(join(installed, 'package.json'), '@backstage/core-components');
  const core = find(`${components}/package.json`, '@material-ui/core');
  return { '@material-ui/core': core, '@material-ui/styles': find(`${core}/package.json`, '@material-ui/styles') };
}

/** The app of a frontend system, as it is made for production. */
async function bundle(system) {
  const { build } = (await use('esbuild')).default;
  const apps = join(installed, 'apps');
  rmSync(apps, { recursive: true, force: true });
  mkdirSync(apps);
  ['old.jsx', 'new.jsx', 'fetch.js', 'signIn.js'].forEach(file => cpSync(join(here, file), join(apps, file)));
  const { outputFiles } = await build({
    entryPoints: [join(apps, `${system}.jsx`)],
    bundle: true,
    write: false,
    minify: true,
    outdir: '/',
    format: 'esm',
    jsx: 'automatic',
    alias: oneMaterialUi(),
    loader: { '.svg': 'dataurl', '.css': 'empty', '.woff2': 'dataurl', '.png': 'dataurl' },
    define: {
      'process.env.NODE_ENV': '"production"',
      'process.env.APP_CONFIG': 'undefined',
      'process.env.HAS_REACT_DOM_CLIENT': 'true',
      process: '{"env":{}}',
      global: 'globalThis',
    },
    logLevel: 'error',
  });
  return outputFiles[0].contents;
}

const page = (url, backend) => {
  const config = JSON.stringify([
    { context: 'test', data: { app: { title: 'Portal', baseUrl: url }, backend: { baseUrl: backend } } },
  ]);
  return `<!doctype html><html lang="en"><head><title>Portal</title><link rel="icon" href="data:,">
    <script type="backstage.io/config">${config}</script></head>
    <body><div id="root"></div><script type="module" src="/app.js"></script></body></html>`;
};

/**
 * @param system of Backstage's frontend, `old` or `new`
 * @param backend its address
 */
export async function startSite(system, backend) {
  const app = await bundle(system);
  const listener = createServer((request, response) => {
    const script = request.url === '/app.js';
    response.setHeader('content-type', script ? 'text/javascript' : 'text/html');
    response.end(script ? app : page(url, backend));
  });
  await new Promise(done => listener.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${listener.address().port}`;
  return {
    url,
    bytes: app.length,
    async stop() {
      listener.closeAllConnections();
      await new Promise(done => listener.close(done));
    },
  };
}
