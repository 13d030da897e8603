// An app of a portal, as it is made for production, with the packages in HOUSECOUNT_PORTAL.
import { cpSync, existsSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

const installed = process.env.HOUSECOUNT_PORTAL ?? '';
if (!existsSync(join(installed, 'package.json'))) {
  throw new Error(`HOUSECOUNT_PORTAL is "${installed}", where no packages are installed: .ci/plugin does that`);
}
const from = createRequire(join(installed, 'package.json'));

/** What is installed there, for whoever is not. */
export async function use(name) {
  const module = await import(pathToFileURL(from.resolve(name)));
  return module.default ?? module;
}

/** Npm gives each package a Material UI of its own, without the theme of the others; Yarn, which portals use, does not. */
function oneMaterialUi() {
  const find = (file, name) => dirname(createRequire(realpathSync(file)).resolve(`${name}/package.json`));
  const core = find(
    join(find(join(installed, 'package.json'), '@backstage/core-components'), 'package.json'),
    '@material-ui/core',
  );
  return { '@material-ui/core': core, '@material-ui/styles': find(join(core, 'package.json'), '@material-ui/styles') };
}

/**
 * The files of an app; what is loaded later is in files of its own.
 *
 * @param system of Backstage's frontend, `old` or `new`
 */
export async function bundle(system) {
  const { build } = await use('esbuild');
  const apps = join(installed, 'apps');
  rmSync(apps, { recursive: true, force: true });
  mkdirSync(apps);
  cpSync(join(import.meta.dirname, 'apps'), apps, { recursive: true });
  const { outputFiles } = await build({
    entryPoints: { app: join(apps, `${system}.jsx`) },
    bundle: true,
    splitting: true,
    write: false,
    minify: true,
    outdir: '/',
    format: 'esm',
    jsx: 'automatic',
    inject: [join(apps, 'node.js')],
    alias: { ...oneMaterialUi(), stream: join(apps, 'node.js'), string_decoder: join(apps, 'node.js') },
    loader: { '.svg': 'dataurl', '.woff2': 'dataurl', '.png': 'dataurl' },
    define: {
      'process.env.NODE_ENV': '"production"',
      'process.env.APP_CONFIG': 'undefined',
      'process.env.HAS_REACT_DOM_CLIENT': 'true',
      process: '{"env":{}}',
      global: 'globalThis',
    },
    logLevel: 'error',
  });
  return new Map(outputFiles.map(({ path, contents }) => [path, contents]));
}

/** What the home page of the new system shows before anybody chooses. */
const WIDGET = { component: 'HousecountColleagues', column: 0, row: 0, width: 12, height: 8 };

/** Backstage reads its configuration from such a script. */
const page = (url, backend) => {
  const data = {
    app: {
      title: 'Portal',
      baseUrl: url,
      // No endpoint: events go to the backend plugin.
      analytics: { housecount: { flushIntervalSeconds: 1 } },
      extensions: [
        { 'page:home': { config: { defaultConfig: [WIDGET] } } },
        { 'api:app/app-language': { config: { availableLanguages: ['en', 'de'], defaultLanguage: 'en' } } },
      ],
    },
    backend: { baseUrl: backend },
    permission: { enabled: true },
  };
  const config = JSON.stringify([{ context: 'test', data }]);
  return `<!doctype html><html lang="en"><head><title>Portal</title><link rel="icon" href="data:,">
    <link rel="stylesheet" href="/app.css"><script type="backstage.io/config">${config}</script></head>
    <body><div id="root"></div><script type="module" src="/app.js"></script></body></html>`;
};

const TYPES = { js: 'text/javascript', css: 'text/css' };

/**
 * @param files of its app
 * @param backend its address
 */
export async function startSite(files, backend) {
  let url = '';
  const listener = createServer((request, response) => {
    const { pathname } = new URL(request.url, url);
    const type = TYPES[pathname.split('.').at(-1)];
    response.setHeader('content-type', type ?? 'text/html');
    response.end(type ? (files.get(pathname) ?? '') : page(url, backend));
  });
  await new Promise(done => listener.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${listener.address().port}`;
  return {
    url,
    async stop() {
      listener.closeAllConnections();
      await new Promise(done => listener.close(done));
    },
  };
}
