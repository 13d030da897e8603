import type { Texts } from '../texts.ts';
import { Combobox } from '../ui/combobox.ts';
import { h } from '../ui/h.ts';
import type { Option } from '../view/options.ts';
import type { Filter, ViewState } from '../view/view-state.ts';
import { FILTERS, withFilter } from '../view/view-state.ts';
import { Choices } from './field.ts';

/** What it needs of the world. */
export interface FilterSettings {
  readonly texts: Texts;
  /** The values of a filter that are known to exist. */
  readonly options: (filter: Filter) => Promise<readonly Option[]>;
  /** How people call a value. */
  readonly name: (filter: Filter, value: string) => string;
  readonly change: (view: ViewState) => void;
}

/** The fields for teams and filters, and what is chosen of them. */
export class FilterFields {
  readonly element: HTMLElement;
  readonly #team: Combobox;
  readonly #direct: HTMLInputElement;
  readonly #directField: HTMLElement;
  readonly #filter: Choices;
  readonly #value: Combobox;
  readonly #chips = h('ul', { class: 'chips', role: 'list' });
  readonly #people: HTMLElement;
  #view: ViewState;

  constructor(
    view: ViewState,
    private readonly settings: FilterSettings,
  ) {
    this.#view = view;
    const { shell } = settings.texts;
    this.#team = new Combobox({
      id: 'team',
      label: shell.team,
      hint: shell.teamHint,
      options: async () => [{ value: '', label: shell.everybody }, ...(await settings.options('team'))],
      choose: ({ value }) => this.#change('team', value === '' ? [] : [value]),
      matches: shell.options,
      none: shell.noOptions,
    });
    this.#direct = h('input', { type: 'checkbox', id: 'direct', onchange: () => this.#toggle() });
    this.#directField = h(
      'div',
      { class: 'check' },
      this.#direct,
      h('label', { for: 'direct' }, shell.direct),
    );
    this.#filter = new Choices('filter', shell.filterBy, () => (this.#value.value = ''));
    this.#value = new Combobox({
      id: 'value',
      label: shell.value,
      options: () => settings.options(this.#chosen()),
      choose: ({ value }) => this.#add(value),
      free: true,
      matches: shell.options,
      none: shell.noOptions,
    });
    this.#people = h('div', { class: 'fields' }, this.#team.element, this.#directField, this.#details());
    this.element = h('div', { class: 'filters' }, this.#people, this.#chips);
  }

  #details(): HTMLElement {
    const { shell } = this.settings.texts;
    const names = FILTERS.filter(name => name !== 'team').map(
      name => [name, shell.filterNames[name] ?? name] as const,
    );
    this.#filter.offer(names, 'plugin');
    const add = h(
      'button',
      { type: 'button', onclick: () => this.#add(this.#value.input.value.trim()) },
      shell.add,
    );
    return h(
      'details',
      { class: 'more' },
      h('summary', {}, shell.addFilter),
      h('div', { class: 'fields' }, this.#filter.element, this.#value.element, add),
    );
  }

  /** Shows a view's choices; of pages that are about the portal as it is, the portal only. */
  show(view: ViewState, ranged: boolean): void {
    this.#view = view;
    const { shell } = this.settings.texts;
    const [team] = view.filters.team;
    this.#team.value = team === undefined ? shell.everybody : this.settings.name('team', team);
    this.#directField.hidden = team === undefined;
    this.#direct.checked = view.direct;
    this.#people.hidden = !ranged;
    this.#chips.replaceChildren(...this.#chipItems(ranged));
  }

  #chipItems(ranged: boolean): readonly HTMLElement[] {
    const { shell } = this.settings.texts;
    // A single team stands in its field.
    const shown = FILTERS.filter(name =>
      ranged ? name !== 'team' || this.#view.filters.team.length > 1 : name === 'portal',
    );
    const chips = shown.flatMap(name => this.#view.filters[name].map(value => this.#chip(name, value)));
    const clear = h('button', { type: 'button', class: 'plain', onclick: () => this.#clear() }, shell.clear);
    return chips.length > 0 ? [...chips, h('li', {}, clear)] : [];
  }

  #chip(name: Filter, value: string): HTMLElement {
    const { shell } = this.settings.texts;
    const [filter, shown] = [shell.filterNames[name] ?? name, this.settings.name(name, value)];
    const remove = (): void => {
      this.#change(
        name,
        this.#view.filters[name].filter(each => each !== value),
      );
      this.#team.input.focus();
    };
    return h(
      'li',
      { class: 'chip' },
      `${filter}: ${shown} `,
      h('button', { type: 'button', 'aria-label': shell.remove(filter, shown), onclick: remove }, '×'),
    );
  }

  #chosen(): Filter {
    return FILTERS.find(name => name === this.#filter.select.value) ?? 'plugin';
  }

  #add(value: string): void {
    const name = this.#chosen();
    if (value !== '' && !this.#view.filters[name].includes(value)) {
      this.#change(name, [...this.#view.filters[name], value]);
    }
    this.#value.value = '';
  }

  #change(name: Filter, values: readonly string[]): void {
    this.settings.change(withFilter(this.#view, name, values));
  }

  #toggle(): void {
    this.settings.change({ ...this.#view, direct: this.#direct.checked });
  }

  #clear(): void {
    this.settings.change(FILTERS.reduce((view, name) => withFilter(view, name, []), this.#view));
    this.#team.input.focus();
  }
}
