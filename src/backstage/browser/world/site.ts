import { build } from 'esbuild';
import { realpathSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the apps are: .ci/portal names a fresh app of the newest release. */
const APPS = process.env.HOUSECOUNT_APPS ?? fileURLToPath(new URL('../apps', import.meta.url));

/**
 * Material UI 4 keeps the theme in a context of its own. Its peers end at React 17, so that npm gives each package a
 * copy of it, without the theme of the others; Yarn, with which Backstage's apps are made, gives all of them one.
 */
function oneMaterialUi(): Record<string, string> {
  const find = (from: string, name: string) =>
    dirname(createRequire(realpathSync(from)).resolve(`${name}/package.json`));
  const components = find(`${APPS}/new.tsx`, '@backstage/core-components');
  const core = find(`${components}/package.json`, '@material-ui/core');
  return { '@material-ui/core': core, '@material-ui/styles': find(`${core}/package.json`, '@material-ui/styles') };
}

/** Which of Backstage's frontend systems an app is made with. */
export type System = 'old' | 'new';

/** Serves one of the apps, with a configuration that each test can change. */
export class Site {
  /** What app-config.yaml has under `app.analytics.housecount`. */
  settings: Record<string, unknown> = {};
  private url = '';
  private readonly files = new Map<string, Uint8Array>();
  private readonly listener: Server = createServer((request, response) => {
    const file = this.files.get(request.url ?? '');
    if (file) {
      response.setHeader('Content-Type', 'text/javascript');
      response.end(file);
    } else {
      response.setHeader('Content-Type', 'text/html');
      response.end(this.page());
    }
  });

  async start(system: System): Promise<string> {
    const { outputFiles } = await build({
      entryPoints: [`${APPS}/${system}.tsx`],
      bundle: true,
      write: false,
      minify: true,
      outdir: '/',
      format: 'esm',
      jsx: 'automatic',
      alias: oneMaterialUi(),
      loader: { '.svg': 'dataurl', '.css': 'empty' },
      define: {
        'process.env.NODE_ENV': '"production"',
        'process.env.APP_CONFIG': 'undefined',
        'process.env.HAS_REACT_DOM_CLIENT': 'true',
        process: '{"env":{}}',
        global: 'globalThis',
      },
      logLevel: 'error',
    });
    outputFiles.forEach(file => this.files.set('/app.js', file.contents));
    await new Promise<void>(done => this.listener.listen(0, '127.0.0.1', done));
    const { port } = this.listener.address() as AddressInfo;
    this.url = `http://127.0.0.1:${port}`;
    return this.url;
  }

  async stop(): Promise<void> {
    this.listener.closeAllConnections();
    await new Promise(done => this.listener.close(done));
  }

  /** Backstage reads its configuration from such a script. */
  private page(): string {
    const data = {
      app: {
        title: 'Portal',
        baseUrl: this.url,
        analytics: { housecount: this.settings },
      },
      backend: { baseUrl: 'http://127.0.0.1:7007' },
    };
    const config = JSON.stringify([{ context: 'test', data }]);
    return `<!doctype html><html lang="en"><head><title>Portal</title>
      <link rel="icon" href="data:,">
      <script type="backstage.io/config">${config}</script></head>
      <body><div id="root"></div><script type="module" src="/app.js"></script></body></html>`;
  }
}
