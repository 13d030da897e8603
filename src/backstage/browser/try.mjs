// browser/try.mts
import { chromium } from 'playwright-core';

// browser/world/site.ts
import { build } from 'esbuild';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
var Site = class {
  /** What app-config.yaml has under `app.analytics.housecount`. */
  settings = {};
  url = '';
  files = /* @__PURE__ */ new Map();
  listener = createServer((request, response) => {
    const file = this.files.get(request.url ?? '');
    if (file) {
      response.setHeader('Content-Type', 'text/javascript');
      response.end(file);
    } else {
      response.setHeader('Content-Type', 'text/html');
      response.end(this.page());
    }
  });
  async start(system) {
    const { outputFiles } = await build({
      entryPoints: [fileURLToPath(new URL(`../apps/${system}.tsx`, new URL('./world/site.ts', import.meta.url)))],
      bundle: true,
      write: false,
      minify: true,
      outdir: '/',
      format: 'esm',
      jsx: 'automatic',
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
    await new Promise(done => this.listener.listen(0, '127.0.0.1', done));
    const { port } = this.listener.address();
    this.url = `http://127.0.0.1:${port}`;
    return this.url;
  }
  async stop() {
    this.listener.closeAllConnections();
    await new Promise(done => this.listener.close(done));
  }
  /** Backstage reads its configuration from such a script. */
  page() {
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
};

// browser/try.mts
for (const s of ['old', 'new']) {
  const site = new Site();
  const url = await site.start(s);
  site.settings = { debug: true };
  const b = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  const p = await b.newPage();
  p.on('console', m => console.log(s, 'C', m.text().slice(0, 600)));
  p.on('pageerror', e => console.log(s, 'E', String(e.stack).slice(0, 700)));
  await p.goto(url + '/?a=1#b');
  await new Promise(r => setTimeout(r, 6e3));
  console.log(s, (await p.locator('body').innerText()).slice(0, 400));
  await b.close();
  await site.stop();
}
