import { pageAt } from '../pages/pages.ts';
import type { Page } from '../pages/page.ts';
import type { Client } from '../server/client.ts';
import { demoOf, runDemo } from '../server/demo.ts';
import type { Session } from '../server/session.ts';
import type { Texts } from '../texts.ts';
import { h } from '../ui/h.ts';
import type { ViewState } from '../view/view-state.ts';
import { hrefOf, parseView } from '../view/view-state.ts';
import { firstRun } from './first-run.ts';
import { Header } from './header.ts';
import { Pane } from './pane.ts';
import type { SignInReason } from './sign-in.ts';
import { signInForm } from './sign-in.ts';
import type { ThemeSwitch } from './theme.ts';

/** What the page is made with. */
export interface AppSettings {
  readonly client: Client;
  readonly session: Session;
  readonly themes: ThemeSwitch;
  readonly texts: Texts;
  /** A BCP 47 tag: how figures and dates are written. */
  readonly locale: string;
}

/** The page of the server: follows the address and the token, and lets a pane show what they say. */
export class App {
  #view: ViewState;
  readonly #header: Header;
  readonly #pane: Pane;
  readonly #title = h('h1', { tabindex: -1 });
  readonly #main: HTMLElement;

  constructor(private readonly settings: AppSettings) {
    const { texts, client, themes, locale } = settings;
    this.#view = this.#addressed();
    this.#header = new Header({
      texts,
      themes,
      dress: () => this.dress(),
      refresh: () => this.#refresh(),
      signOut: () => this.#signIn('signed-out'),
    });
    const title = (page: Page): string => texts.pages[page.name];
    this.#pane = new Pane(
      pageAt(this.#view.path),
      this.#view,
      { theme: themes.theme, locale },
      {
        client,
        texts,
        title,
        go: view => this.#go(view),
        again: () => void this.#show(),
        chosen: () => {
          scrollTo(0, 0);
          this.#title.focus({ preventScroll: true });
        },
        refused: ({ status }) =>
          this.#signIn(settings.session.token === null ? 'wanted' : status === 403 ? 'scope' : 'refused'),
        firstRun: signal => this.#firstRun(signal),
        filters: true,
      },
    );
    this.#main = h('main', { id: 'figures', tabindex: -1 }, this.#title, this.#pane.element);
  }

  /** Shows the page at the address, and follows it from then on. */
  start(): void {
    const skip = h('a', { class: 'skip', href: '#figures' }, this.settings.texts.shell.skip);
    skip.addEventListener('click', event => {
      event.preventDefault();
      this.#main.focus();
    });
    document.body.append(skip, this.#header.element, this.#main, this.#pane.status);
    document.addEventListener('click', event => this.#followLink(event));
    window.addEventListener('popstate', () => {
      this.#view = this.#addressed();
      void this.#show();
    });
    this.dress();
    void this.#show();
  }

  /** Puts the colours on. */
  dress(): void {
    const { themes, locale } = this.settings;
    document.documentElement.dataset['theme'] = themes.theme;
    this.#pane.dress({ theme: themes.theme, locale });
  }

  #addressed(): ViewState {
    return parseView(pageAt(location.pathname).path, location.search);
  }

  #go(view: ViewState): void {
    const href = hrefOf(view);
    if (href !== location.pathname + location.search) {
      history.pushState(null, '', href);
    }
    const otherPage = view.path !== this.#view.path;
    this.#view = view;
    void this.#show();
    if (otherPage) {
      this.#title.focus();
      scrollTo(0, 0);
    }
  }

  /** Links of the page's own are followed without loading it again; all else is the browser's. */
  #followLink(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest('nav a') : null;
    const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (link instanceof HTMLAnchorElement && plain) {
      event.preventDefault();
      const { pathname, search } = new URL(link.href);
      this.#go(parseView(pathname, search));
    }
  }

  async #show(): Promise<void> {
    const view = this.#view;
    const page = pageAt(view.path);
    const title = this.settings.texts.pages[page.name];
    this.#title.textContent = title;
    document.title = `${title} – ${this.settings.texts.product}`;
    this.#header.show(view, page.path, this.settings.session.token !== null);
    this.#main.setAttribute('aria-busy', 'true');
    if (await this.#pane.show(page, view)) {
      this.#main.removeAttribute('aria-busy');
    }
  }

  #signIn(reason: SignInReason): void {
    const { session, client, texts } = this.settings;
    client.forget();
    session.signOut();
    this.#header.show(this.#view, pageAt(this.#view.path).path, false);
    const submit = (token: string): boolean => {
      const taken = session.signIn(token);
      if (taken) {
        void this.#show();
        this.#title.focus();
      }
      return taken;
    };
    this.#main.removeAttribute('aria-busy');
    this.#pane.replace(signInForm(texts, reason, submit));
  }

  #refresh(): void {
    this.settings.client.forget();
    void this.#show();
  }

  async #firstRun(signal: AbortSignal): Promise<HTMLElement> {
    const { client, texts } = this.settings;
    return firstRun({
      texts,
      origin: location.origin,
      demo: await demoOf(client, signal),
      run: tell => runDemo(client, signal, tell),
      done: () => this.#refresh(),
      copy: text => navigator.clipboard.writeText(text),
    });
  }
}
