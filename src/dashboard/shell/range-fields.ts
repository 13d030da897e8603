import { addDays, GRAINS } from '../report/periods.ts';
import type { Grain } from '../report/periods.ts';
import type { Texts } from '../texts.ts';
import type { Format } from '../ui/format.ts';
import { h } from '../ui/h.ts';
import type { Range, ViewState } from '../view/view-state.ts';
import { beginOf, PERIODS } from '../view/view-state.ts';
import { Choices, dateField } from './field.ts';

const CUSTOM = 'custom';

/** As many days as keep each weekday in its place. */
const YEAR = 364;

/** What it needs of the world. */
export interface RangeSettings {
  readonly texts: Texts;
  readonly format: Format;
  /** The local date in the portal's zone. */
  readonly today: () => string;
  readonly change: (part: Partial<Pick<ViewState, 'range' | 'compare' | 'grain'>>) => void;
}

/** The fields for the range, what it is compared with, and how long a period of a series is. */
export class RangeFields {
  readonly element: HTMLElement;
  readonly #period: Choices;
  readonly #compare: Choices;
  readonly #grain: Choices;
  readonly #from: ReturnType<typeof dateField>;
  readonly #to: ReturnType<typeof dateField>;
  readonly #dates: HTMLFormElement;
  #view: ViewState | null = null;

  constructor(private readonly settings: RangeSettings) {
    const { shell } = settings.texts;
    this.#period = new Choices('period', shell.range, value => this.#chosen(value));
    this.#compare = new Choices('compare', shell.compare, compare => settings.change({ compare }));
    this.#grain = new Choices('grain', shell.grain, value =>
      settings.change({ grain: GRAINS.find(grain => grain === value) ?? null }),
    );
    this.#from = dateField('from', shell.from);
    this.#to = dateField('to', shell.to);
    this.#dates = this.#form();
    this.element = h(
      'div',
      { class: 'fields' },
      this.#period.element,
      this.#dates,
      this.#compare.element,
      this.#grain.element,
    );
  }

  /** Shows a view's choices. */
  show(view: ViewState): void {
    this.#view = view;
    const { texts } = this.settings;
    const period = 'period' in view.range ? view.range.period : CUSTOM;
    const periods = [...new Set([...PERIODS, ...(period === CUSTOM ? [] : [period])])];
    const names = periods.map(each => [each, texts.shell.periods[each] ?? texts.shell.period(each)] as const);
    this.#period.offer([...names, [CUSTOM, texts.shell.custom]], period);
    this.#dates.hidden = period !== CUSTOM;
    this.#from.input.value = beginOf(view.range, this.settings.today());
    this.#to.input.value = addDays('to' in view.range ? view.range.to : this.settings.today(), -1);
    this.#offerComparisons(view);
    const grains = ['auto', ...GRAINS].map(grain => [grain, texts.shell.grains[grain] ?? grain] as const);
    this.#grain.offer(grains, (view.grain satisfies Grain | null) ?? 'auto');
  }

  #offerComparisons(view: ViewState): void {
    const { shell } = this.settings.texts;
    const yearBefore = addDays(beginOf(view.range, this.settings.today()), -YEAR);
    const options: (readonly [string, string])[] = [
      ['previous', shell.previous],
      [yearBefore, shell.yearBefore],
      ['none', shell.nothing],
    ];
    const known = options.some(([value]) => value === view.compare);
    const other = [
      view.compare,
      shell.since(this.settings.format.date(known ? yearBefore : view.compare)),
    ] as const;
    this.#compare.offer(known ? options : [...options, other], view.compare);
  }

  #chosen(value: string): void {
    this.#dates.hidden = value !== CUSTOM;
    if (value === CUSTOM) {
      this.#from.input.focus();
    } else {
      this.#change({ period: value });
    }
  }

  /** A comparison with a date is with that date for this range only. */
  #change(range: Range): void {
    const dated = this.#view !== null && !['previous', 'none'].includes(this.#view.compare);
    this.settings.change(dated ? { range, compare: 'previous' } : { range });
  }

  #form(): HTMLFormElement {
    const { shell } = this.settings.texts;
    const [from, to] = [this.#from.input, this.#to.input];
    const submit = (event: Event): void => {
      event.preventDefault();
      this.#change({ from: from.value, to: addDays(to.value, 1) });
    };
    const check = (): void => to.setCustomValidity(from.value > to.value ? shell.wrongDates : '');
    return h(
      'form',
      { class: 'fields', hidden: true, onsubmit: submit, oninput: check },
      this.#from.element,
      this.#to.element,
      h('button', { type: 'submit' }, shell.apply),
    );
  }
}
