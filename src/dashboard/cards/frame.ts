import type { CardTexts, Texts } from '../texts.ts';
import type { Child } from '../ui/h.ts';
import { h } from '../ui/h.ts';

/** What a card's frame does when its buttons are pressed. */
export interface FrameActions {
  readonly table: () => void;
  readonly csv: () => void;
}

/** What is around a card's figures. It stays while they change, and with it the focus. */
export class Frame {
  readonly element: HTMLElement;
  readonly #title = h('h2', { id: 'title' });
  readonly #question = h('p', { class: 'question' });
  readonly #table: HTMLButtonElement;
  readonly #csv: HTMLButtonElement;
  readonly #about: HTMLButtonElement;
  readonly #definitions = h('div', { class: 'about', id: 'about', hidden: true });
  readonly #body = h('div', { class: 'body' });
  readonly #footer = h('footer');

  constructor(actions: FrameActions) {
    this.#table = h('button', {
      type: 'button',
      'aria-pressed': 'false',
      hidden: true,
      onclick: actions.table,
    });
    this.#csv = h('button', { type: 'button', hidden: true, onclick: actions.csv });
    this.#about = h('button', {
      type: 'button',
      'aria-expanded': 'false',
      'aria-controls': 'about',
      hidden: true,
      onclick: () => this.#toggle(),
    });
    this.element = h(
      'section',
      { 'aria-labelledby': 'title' },
      h(
        'div',
        { class: 'top' },
        h('div', {}, this.#title, this.#question),
        h('div', { class: 'actions' }, this.#table, this.#csv, this.#about),
      ),
      this.#definitions,
      this.#body,
      this.#footer,
    );
  }

  /** Names the card and its buttons. */
  label(own: CardTexts, texts: Texts): void {
    this.#title.textContent = own.title;
    this.#question.textContent = own.question;
    this.#name(this.#table, texts.card.table, texts.card.tableOf(own.title));
    this.#name(this.#csv, texts.card.csv, texts.card.csvOf(own.title));
    this.#name(this.#about, texts.card.about, texts.card.aboutOf(own.title));
  }

  /** The name begins with the text that is seen, so that speech input finds it. */
  #name(button: HTMLButtonElement, text: string, purpose: string): void {
    button.textContent = text;
    button.setAttribute('aria-label', `${text}: ${purpose}`);
  }

  /** Shows that something is loading: over what is there already, so that nothing jumps. */
  busy(skeleton: HTMLElement): void {
    this.#body.setAttribute('aria-busy', 'true');
    if (!this.#body.hasChildNodes()) {
      this.#body.replaceChildren(skeleton);
    }
  }

  /** Shows the body; the buttons where there are figures. */
  show(content: readonly Child[], figures: boolean): void {
    this.#body.removeAttribute('aria-busy');
    this.#body.replaceChildren(...content.filter((child): child is Node | string => !!child));
    this.#table.hidden = !figures;
    this.#csv.hidden = !figures;
    this.#about.hidden = !figures || !this.#definitions.hasChildNodes();
  }

  /** Whether the table is shown. */
  pressed(table: boolean): void {
    this.#table.setAttribute('aria-pressed', String(table));
  }

  /** The definitions, by name. */
  about(definitions: readonly (readonly [string, string])[]): void {
    const list = definitions.flatMap(([name, text]) => [h('dt', {}, name), h('dd', {}, text)]);
    this.#definitions.replaceChildren(...(list.length > 0 ? [h('dl', {}, ...list)] : []));
  }

  /** What is below. */
  footer(lines: readonly string[]): void {
    this.#footer.replaceChildren(...lines.map(line => h('span', {}, line)));
  }

  #toggle(): void {
    this.#definitions.hidden = !this.#definitions.hidden;
    this.#about.setAttribute('aria-expanded', String(!this.#definitions.hidden));
  }
}
