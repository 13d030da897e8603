import { chromium } from 'playwright-core';
import { Site } from './world/site.js';
for (const s of ['old', 'new'] as const) {
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
  await new Promise(r => setTimeout(r, 6000));
  console.log(s, (await p.locator('body').innerText()).slice(0, 400));
  await b.close();
  await site.stop();
}
