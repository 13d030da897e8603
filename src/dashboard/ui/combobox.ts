import type { Option } from '../view/options.ts';
import { matchingOptions } from '../view/options.ts';
import { h } from './h.ts';

/** What a combobox needs to know. */
export interface ComboboxSettings {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  /** What there is to choose from, asked for when somebody first comes to it. */
  readonly options: () => Promise<readonly Option[]>;
  /** Called with what was chosen. */
  readonly choose: (option: Option) => void;
  /** Whether what is typed may be chosen although it is no option. */
  readonly free?: boolean;
  /** Says to those who do not see the list how many options match. */
  readonly matches: (count: number) => string;
  readonly none: string;
}

/** A text field with a list of what matches, after the pattern "editable combobox with list autocomplete" of WAI-ARIA. */
export class Combobox {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
  readonly #list: HTMLElement;
  readonly #status = h('span', { class: 'visually-hidden', role: 'status' });
  #all: readonly Option[] = [];
  #shown: readonly Option[] = [];
  #active = -1;
  #value = '';

  constructor(private readonly settings: ComboboxSettings) {
    const { id, label, hint } = settings;
    this.input = h('input', {
      id,
      role: 'combobox',
      type: 'text',
      autocomplete: 'off',
      spellcheck: 'false',
      placeholder: hint,
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': `${id}-list`,
    });
    this.#list = h('ul', { id: `${id}-list`, role: 'listbox', 'aria-label': label, hidden: true });
    this.element = h(
      'div',
      { class: 'field combobox' },
      h('label', { for: id }, label),
      this.input,
      this.#list,
      this.#status,
    );
    this.#listen();
  }

  /** Shows what is chosen. */
  set value(text: string) {
    this.#value = text;
    this.input.value = text;
  }

  #listen(): void {
    this.input.addEventListener('focus', () => this.input.select());
    this.input.addEventListener('click', () => void this.#open());
    this.input.addEventListener('input', () => void this.#open());
    this.input.addEventListener('keydown', event => this.#key(event));
    this.input.addEventListener('blur', () => {
      this.#close();
      if (this.settings.free !== true) {
        this.input.value = this.#value;
      }
    });
    // The field keeps the focus: a press on the list is no blur.
    this.#list.addEventListener('mousedown', event => event.preventDefault());
    this.#list.addEventListener('click', event => {
      const item = (event.target as Element).closest('[role=option]');
      this.#choose(item === null ? undefined : this.#shown[Number(item.getAttribute('data-place'))]);
    });
  }

  #key(event: KeyboardEvent): void {
    const handlers: Record<string, () => void> = {
      ArrowDown: () => void this.#move(1),
      ArrowUp: () => void this.#move(-1),
      Enter: () => this.#enter(),
      Escape: () => this.#escape(),
    };
    const handler = handlers[event.key];
    if (handler !== undefined && !event.isComposing) {
      event.preventDefault();
      handler();
    }
  }

  async #move(step: number): Promise<void> {
    if (this.#list.hidden) {
      await this.#open();
    }
    const count = this.#shown.length;
    if (count > 0) {
      this.#activate(this.#active < 0 && step < 0 ? count - 1 : (this.#active + step + count) % count);
    }
  }

  #enter(): void {
    const typed = this.input.value.trim();
    const free = this.settings.free === true && typed !== '' ? { value: typed, label: typed } : undefined;
    this.#choose(this.#shown[this.#active] ?? (this.#list.hidden ? free : (this.#exact(typed) ?? free)));
  }

  #exact(typed: string): Option | undefined {
    return this.#shown.find(option => option.label === typed || option.value === typed);
  }

  #escape(): void {
    if (this.#list.hidden) {
      this.input.value = '';
    } else {
      this.#close();
      this.input.value = this.#value;
    }
  }

  async #open(): Promise<void> {
    if (this.#all.length === 0 || this.#list.hidden) {
      this.#all = await this.settings.options();
    }
    // What is chosen is no search: all options are shown until somebody types.
    const typed = this.input.value === this.#value ? '' : this.input.value;
    this.#shown = matchingOptions(this.#all, typed);
    this.#active = -1;
    this.input.removeAttribute('aria-activedescendant');
    this.#list.replaceChildren(
      ...this.#shown.map((option, place) => this.#item(option, place)),
      ...(this.#shown.length === 0
        ? [h('li', { role: 'presentation', class: 'none' }, this.settings.none)]
        : []),
    );
    this.#list.hidden = false;
    this.input.setAttribute('aria-expanded', 'true');
    this.#status.textContent = this.settings.matches(this.#shown.length);
  }

  #item(option: Option, place: number): HTMLElement {
    const item = h(
      'li',
      { role: 'option', id: `${this.settings.id}-${place}`, 'aria-selected': 'false', 'data-place': place },
      option.label,
    );
    if (option.value !== option.label && option.value !== '') {
      item.append(' ', h('small', {}, option.value));
    }
    return item;
  }

  #activate(place: number): void {
    this.#list.children[this.#active]?.setAttribute('aria-selected', 'false');
    this.#active = place;
    const item = this.#list.children[place];
    if (item !== undefined) {
      item.setAttribute('aria-selected', 'true');
      item.scrollIntoView({ block: 'nearest' });
      this.input.setAttribute('aria-activedescendant', item.id);
    }
  }

  #close(): void {
    this.#status.textContent = '';
    this.#list.hidden = true;
    this.#active = -1;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
  }

  #choose(option: Option | undefined): void {
    if (option !== undefined) {
      this.value = option.label;
      this.#close();
      this.settings.choose(option);
    }
  }
}
