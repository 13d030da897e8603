import { PAGES } from '../pages/pages.ts';
import type { Texts } from '../texts.ts';
import { h } from '../ui/h.ts';
import type { ViewState } from '../view/view-state.ts';
import { hrefOf } from '../view/view-state.ts';
import { Choices } from './field.ts';
import type { ThemeChoice, ThemeSwitch } from './theme.ts';
import { THEMES } from './theme.ts';

/** What it needs of the world. */
export interface HeaderSettings {
  readonly texts: Texts;
  readonly themes: ThemeSwitch;
  readonly dress: () => void;
  readonly refresh: () => void;
  readonly signOut: () => void;
}

/** The pages, and what holds for all of them. */
export class Header {
  readonly element: HTMLElement;
  readonly #links: ReadonlyMap<string, HTMLAnchorElement>;
  readonly #signOut: HTMLButtonElement;

  constructor(settings: HeaderSettings) {
    const { texts, themes } = settings;
    this.#links = new Map(
      PAGES.map(page => [page.path, h('a', { href: page.path }, texts.pages[page.name])]),
    );
    const theme = new Choices('theme', texts.shell.theme, choice => {
      themes.choice = choice as ThemeChoice;
      settings.dress();
    });
    theme.offer(
      THEMES.map(each => [each, texts.shell.themes[each] ?? each]),
      themes.choice,
    );
    this.#signOut = h(
      'button',
      { type: 'button', hidden: true, onclick: settings.signOut },
      texts.shell.signOut,
    );
    this.element = h(
      'header',
      {},
      h('p', { class: 'product' }, texts.product),
      h(
        'nav',
        { 'aria-label': texts.shell.navigation },
        h('ul', { role: 'list' }, ...[...this.#links.values()].map(link => h('li', {}, link))),
      ),
      h(
        'div',
        { class: 'tools' },
        theme.element,
        h('button', { type: 'button', onclick: settings.refresh }, texts.shell.refresh),
        this.#signOut,
      ),
    );
  }

  /** Marks the page, lets links keep what was chosen, and offers to sign out where somebody is signed in. */
  show(view: ViewState, page: string, signedIn: boolean): void {
    for (const [path, link] of this.#links) {
      link.href = hrefOf({ ...view, path });
      if (path === page) {
        link.setAttribute('aria-current', 'page');
      } else {
        link.removeAttribute('aria-current');
      }
    }
    this.#signOut.hidden = !signedIn;
  }
}
