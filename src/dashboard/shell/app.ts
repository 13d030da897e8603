import type { Choice } from '../cards/card-data.ts';
import { CHOOSE } from '../cards/card-data.ts';
import { pageAt } from '../pages/pages.ts';
import type { Answer } from '../report/answer.ts';
import { localHour } from '../report/periods.ts';
import type { Client } from '../server/client.ts';
import { demoOf, runDemo } from '../server/demo.ts';
import type { Session } from '../server/session.ts';
import type { Texts } from '../texts.ts';
import { Format } from '../ui/format.ts';
import { h } from '../ui/h.ts';
import type { ViewState } from '../view/view-state.ts';
import { hrefOf, parseView, withFilter } from '../view/view-state.ts';
import type { Loaded } from './board.ts';
import { Board, UnauthorizedError } from './board.ts';
import { isEmptyServer } from './empty.ts';
import { FilterFields } from './filter-fields.ts';
import { firstRun } from './first-run.ts';
import { Header } from './header.ts';
import { Known } from './known.ts';
import { RangeFields } from './range-fields.ts';
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

/** The page: follows the address, loads what it says, and gives it to the cards. */
export class App {
  #view: ViewState;
  #board: Board | null = null;
  #loading = new AbortController();
  #zone = 'UTC';
  readonly #known: Known;
  readonly #header: Header;
  readonly #ranges: RangeFields;
  readonly #filters: FilterFields;
  readonly #toolbar: HTMLElement;
  readonly #title = h('h1', { tabindex: -1 });
  readonly #content = h('div');
  readonly #main: HTMLElement;
  readonly #status = h('div', { role: 'status', class: 'visually-hidden' });

  constructor(private readonly settings: AppSettings) {
    const { texts, client, themes, locale } = settings;
    this.#view = this.#addressed();
    this.#known = new Known(client);
    this.#header = new Header({
      texts,
      themes,
      dress: () => this.dress(),
      refresh: () => this.#refresh(),
      signOut: () => this.#signOut(),
    });
    this.#ranges = new RangeFields({
      texts,
      format: new Format(locale, this.#zone),
      today: () => localHour(new Date().toISOString(), this.#view.zone ?? this.#zone).slice(0, 10),
      change: part => this.#go({ ...this.#view, ...part }),
    });
    this.#filters = new FilterFields(this.#view, {
      texts,
      options: filter => this.#known.options(filter, this.#view, this.#loading.signal).catch(() => []),
      name: (filter, value) => this.#known.name(filter, value),
      change: view => this.#go(view),
    });
    this.#toolbar = h(
      'section',
      { class: 'toolbar', 'aria-label': texts.shell.filters },
      this.#ranges.element,
      this.#filters.element,
    );
    this.#main = h('main', { id: 'figures', tabindex: -1 }, this.#title, this.#toolbar, this.#content);
  }

  /** Shows the page at the address, and follows it from then on. */
  start(): void {
    const skip = h('a', { class: 'skip', href: '#figures' }, this.settings.texts.shell.skip);
    skip.addEventListener('click', event => {
      event.preventDefault();
      this.#main.focus();
    });
    document.body.append(skip, this.#header.element, this.#main, this.#status);
    document.addEventListener('click', event => this.#followLink(event));
    this.#content.addEventListener(CHOOSE, event => this.#chosen((event as CustomEvent<Choice>).detail));
    window.addEventListener('popstate', () => {
      this.#view = this.#addressed();
      void this.#show();
    });
    this.dress();
    void this.#show();
  }

  /** Puts the colours on. */
  dress(): void {
    const { theme } = this.settings.themes;
    document.documentElement.dataset['theme'] = theme;
    this.#board?.dress(theme, this.settings.locale);
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

  #chosen({ team, portal, range }: Choice): void {
    if (team !== undefined) {
      this.#go(withFilter(this.#view, 'team', [team]));
      scrollTo(0, 0);
      this.#title.focus({ preventScroll: true });
    }
    if (portal !== undefined) {
      this.#go(withFilter(this.#view, 'portal', [portal]));
    }
    if (range === 'shorter') {
      this.#go({ ...this.#view, range: { period: '7d' }, compare: 'none' });
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
    this.#loading.abort();
    this.#loading = new AbortController();
    const { signal } = this.#loading;
    const page = pageAt(this.#view.path);
    this.#label();
    if (this.#board?.page !== page || this.#board.element.parentNode === null) {
      this.#board = new Board(page, this.settings.client, () => void this.#show());
      this.#content.replaceChildren(this.#board.element);
      this.dress();
    }
    this.#main.setAttribute('aria-busy', 'true');
    const { shell, pages } = this.settings.texts;
    this.#status.textContent = shell.loading(pages[page.name]);
    try {
      await this.#loaded(await this.#board.load(this.#view, signal), signal);
    } catch (error) {
      this.#failed(error);
    }
    if (!signal.aborted) {
      this.#main.removeAttribute('aria-busy');
    }
  }

  #label(): void {
    const page = pageAt(this.#view.path);
    const title = this.settings.texts.pages[page.name];
    this.#title.textContent = title;
    document.title = `${title} – ${this.settings.texts.product}`;
    this.#header.show(this.#view, page.path, this.settings.session.token !== null);
    this.#toolbar.hidden = !page.ranged && this.#view.filters.portal.length === 0;
    this.#ranges.element.hidden = !page.ranged;
    this.#ranges.show(this.#view);
    this.#filters.show(this.#view, page.ranged);
  }

  async #loaded({ failures, answers }: Loaded, signal: AbortSignal): Promise<void> {
    for (const answer of answers.values()) {
      this.#known.learn(answer);
      this.#zone = (answer as Partial<Answer> | undefined)?.zone ?? this.#zone;
    }
    this.#label();
    const { shell, pages } = this.settings.texts;
    const loaded = shell.loaded(pages[pageAt(this.#view.path).name]);
    this.#status.textContent = failures > 0 ? `${loaded} ${shell.failures(failures)}` : loaded;
    if (failures === 0 && isEmptyServer(answers.values())) {
      await this.#firstRun(signal);
    }
  }

  #failed(error: unknown): void {
    if (error instanceof UnauthorizedError) {
      const refused = error.problem.status === 403 ? 'scope' : 'refused';
      this.#signIn(this.settings.session.token === null ? 'wanted' : refused);
    } else if (!(error instanceof DOMException && error.name === 'AbortError')) {
      throw error;
    }
  }

  #signIn(reason: SignInReason): void {
    const { session, client, texts } = this.settings;
    this.#loading.abort();
    client.forget();
    session.signOut();
    this.#clear();
    const submit = (token: string): boolean => {
      const taken = session.signIn(token);
      if (taken) {
        void this.#show();
        this.#title.focus();
      }
      return taken;
    };
    this.#status.textContent = '';
    this.#main.removeAttribute('aria-busy');
    this.#content.replaceChildren(signInForm(texts, reason, submit));
  }

  /** No figure stays on the page. */
  #clear(): void {
    this.#board = null;
    this.#toolbar.hidden = true;
    this.#header.show(this.#view, pageAt(this.#view.path).path, false);
  }

  #signOut(): void {
    this.#signIn('signed-out');
  }

  #refresh(): void {
    this.settings.client.forget();
    void this.#show();
  }

  async #firstRun(signal: AbortSignal): Promise<void> {
    const { client, texts } = this.settings;
    const demo = await demoOf(client, signal);
    this.#board = null;
    this.#toolbar.hidden = true;
    this.#content.replaceChildren(
      firstRun({
        texts,
        origin: location.origin,
        demo,
        run: tell => runDemo(client, signal, tell),
        done: () => this.#refresh(),
        copy: text => navigator.clipboard.writeText(text),
      }),
    );
  }
}
