import type { Demo } from '../server/demo.ts';
import type { Texts } from '../texts.ts';
import { h } from '../ui/h.ts';

/** What it needs of the world. */
export interface FirstRunSettings {
  readonly texts: Texts;
  /** The server's own address, which portals send to. */
  readonly origin: string;
  /** What the server offers; null for nothing. */
  readonly demo: Demo | null;
  /** Runs it; resolves when it has ended. */
  readonly run: (tell: (demo: Demo) => void) => Promise<Demo>;
  /** Called when there are figures to look at, or there may be. */
  readonly done: () => void;
  readonly copy: (text: string) => Promise<void>;
}

/** What an empty server shows: a generated portal in one click, and how to connect a real one. */
export function firstRun(settings: FirstRunSettings): HTMLElement {
  const { firstRun: words } = settings.texts;
  return h(
    'div',
    { class: 'first-run' },
    h('div', { class: 'panel' }, h('h2', {}, words.title), h('p', {}, words.why)),
    settings.demo !== null && (settings.demo.offered || settings.demo.state === 'running')
      ? demoPanel(settings, settings.demo)
      : null,
    connectPanel(settings),
  );
}

function demoPanel(settings: FirstRunSettings, demo: Demo): HTMLElement {
  const { firstRun: words } = settings.texts;
  const bar = h('progress', { max: demo.days, value: demo.day, hidden: true, 'aria-label': words.demoTitle });
  const status = h('p', { role: 'status' });
  const button = h('button', { type: 'button', class: 'primary' }, words.demo);
  const tell = ({ day, events, days }: Demo): void => {
    [bar.max, bar.value, bar.hidden] = [days, day, false];
    status.textContent = events === 0 ? words.demoStarting : words.demoRunning(String(events));
  };
  const start = async (): Promise<void> => {
    button.disabled = true;
    tell({ ...demo, day: 0, events: 0 });
    const ended = await settings.run(tell).catch(() => null);
    if (ended?.state === 'done') {
      status.textContent = words.demoDone;
      settings.done();
    } else {
      [button.disabled, bar.hidden] = [false, true];
      status.textContent = [words.demoFailed, ended?.detail].filter(Boolean).join(' ');
    }
  };
  button.addEventListener('click', () => void start());
  if (demo.state === 'running') {
    void start();
  }
  const why = h('p', {}, words.demoWhy);
  return h(
    'section',
    { class: 'panel', 'aria-label': words.demoTitle },
    h('h2', {}, words.demoTitle),
    why,
    button,
    bar,
    status,
  );
}

const INSTALL = 'yarn --cwd packages/app add backstage-plugin-analytics-module-housecount';

const REGISTER = `import housecountModule from 'backstage-plugin-analytics-module-housecount';

export default createApp({ features: [housecountModule] });`;

/** Names of this machine, at which servers want no token. */
const LOCAL = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\]|.+\.localhost)$/;

/** The portal's configuration: straight to an open server, through the backend's proxy to one that wants a token. */
export function portalConfig(origin: string): string {
  if (LOCAL.test(new URL(origin).hostname)) {
    return `app:
  analytics:
    housecount:
      endpoint: ${origin}`;
  }
  return `proxy:
  endpoints:
    /portal-events:
      target: ${origin}
      allowedMethods: [POST]
      allowedHeaders: [Retry-After]
      headers:
        Authorization: Bearer \${HOUSECOUNT_WRITE_TOKEN}

app:
  analytics:
    housecount:
      endpoint: http://localhost:7007/api/proxy/portal-events # your backend's base URL
      sendToken: true`;
}

function pushCommand(origin: string): string {
  return `BACKSTAGE_TOKEN=... HOUSECOUNT_TOKEN=... node src/backstage/scripts/push-catalog.mjs \\
  --backstage https://backstage.example.com --housecount ${origin}`;
}

function connectPanel(settings: FirstRunSettings): HTMLElement {
  const { firstRun: words } = settings.texts;
  const step = (title: string, code: string): HTMLElement => codeBlock(title, code, settings);
  return h(
    'section',
    { class: 'panel', 'aria-label': words.connectTitle },
    h('h2', {}, words.connectTitle),
    step(words.connectInstall, INSTALL),
    step(words.connectNew, REGISTER),
    step(words.connectConfig, portalConfig(settings.origin)),
    step(words.connectCatalog, pushCommand(settings.origin)),
    h('p', { class: 'quiet' }, words.connectOld),
    h('button', { type: 'button', onclick: settings.done }, words.again),
  );
}

function codeBlock(title: string, code: string, { texts, copy }: FirstRunSettings): HTMLElement {
  const { firstRun: words } = texts;
  const text = h('code', {}, code);
  const button = h('button', { type: 'button', 'aria-label': words.copyOf(title) }, words.copy);
  button.addEventListener('click', () => {
    copy(code).then(
      () => (button.textContent = words.copied),
      // Without the permission the text is selected, for the reader to copy.
      () => getSelection()?.selectAllChildren(text),
    );
  });
  return h(
    'div',
    { class: 'step' },
    h('div', { class: 'step-top' }, h('p', {}, title), button),
    h('pre', { tabindex: 0, role: 'region', 'aria-label': title }, text),
  );
}
