import { App } from './shell/app.ts';
import { ThemeSwitch } from './shell/theme.ts';
import { Client } from './server/client.ts';
import { Session } from './server/session.ts';
import { textsOf } from './texts.ts';
import { COLOURS, sheetOf } from './ui/sheet.ts';

/** Figures and dates are written as the reader is used to, in the first locale that the browser names. */
const locale = navigator.languages[0] ?? 'en';

const session = new Session(sessionStorage);
const client = new Client({
  fetch: (url, init) => fetch(url, init),
  token: () => session.token,
  now: () => performance.now(),
});

document.adoptedStyleSheets = [sheetOf(COLOURS)];
const themes: ThemeSwitch = new ThemeSwitch(localStorage, () => app.dress());
const app = new App({ client, session, themes, texts: textsOf(locale), locale });
app.start();
