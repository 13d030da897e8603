import type { Answer } from '../report/answer.ts';
import { isHidden } from '../report/answer.ts';
import type { CardTexts, Texts } from '../texts.ts';
import { languageOf, textsOf } from '../texts.ts';
import { Format } from '../ui/format.ts';
import type { Child } from '../ui/h.ts';
import { styled } from '../ui/h.ts';
import type { Palette, Theme } from '../ui/palette.ts';
import { PALETTES, propertyOf } from '../ui/palette.ts';
import type { CardData, Choice, Links } from './card-data.ts';
import { CHOOSE, RETRY } from './card-data.ts';
import { download } from './download.ts';
import { definitionsOf, footerOf } from './footer.ts';
import { Frame } from './frame.ts';
import { CARD_SHEET } from './sheet.ts';
import { emptyState, failedState, hiddenState, skeleton } from './states.ts';
import type { CardTable } from './table.ts';
import { tableElement, tableOf } from './table.ts';

/** What a card draws with. */
export interface Tools {
  readonly texts: Texts;
  readonly format: Format;
  readonly palette: Palette;
  /** Whether the reader likes things to move. */
  readonly animated: boolean;
  /** The range as it was chosen; null where dates were. */
  readonly period: string | null;
  /** Where entities are shown. */
  readonly link: Links;
}

/**
 * A card: shows answers that it is given, as a chart, a table and a CSV, with what the figures mean and up to when they
 * are complete. It fetches nothing and goes nowhere; what is chosen in it, it says by events ({@link CHOOSE},
 * {@link RETRY}).
 *
 * @typeParam A - the answers that it shows
 */
export abstract class Card<A> extends HTMLElement {
  #data: CardData<A> = { state: 'loading' };
  #locale = 'en';
  #theme: Theme = 'light';
  #zone: string | null = null;
  #colours: Partial<Palette> = {};
  #links: Links = () => null;
  #tabular = false;
  #pending = false;
  readonly #frame: Frame;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [CARD_SHEET];
    this.#frame = new Frame({
      table: () => {
        this.#tabular = !this.#tabular;
        this.#render();
      },
      csv: () => this.#download(),
    });
    root.append(this.#frame.element);
  }

  /** The answers, or why there are none yet. */
  get data(): CardData<A> {
    return this.#data;
  }

  set data(data: CardData<A>) {
    this.#data = data;
    this.#update();
  }

  /** A BCP 47 tag: the language of texts, and how figures and dates are written. */
  set locale(locale: string) {
    this.#locale = locale;
    this.#update();
  }

  /** The colours. */
  set theme(theme: Theme) {
    this.#theme = theme;
    this.setAttribute('theme', theme);
    this.#update();
  }

  /** The IANA zone of times; null for that of the answers. */
  set zone(zone: string | null) {
    this.#zone = zone;
    this.#update();
  }

  /** Colours of the host, in the place of the theme's own. */
  set colours(colours: Partial<Palette>) {
    Object.keys(this.#colours).forEach(name => this.style.removeProperty(propertyOf(name)));
    Object.entries(colours).forEach(([name, value]) => styled(this, propertyOf(name), value));
    this.#colours = colours;
    this.#update();
  }

  /** Where names of entities lead; nowhere as long as nobody says. */
  set links(links: Links) {
    this.#links = links;
    this.#update();
  }

  connectedCallback(): void {
    this.#update();
  }

  /** What it says beside its figures. */
  protected abstract own(texts: Texts): CardTexts;

  /** The answer whose columns, notes and completeness are shown. */
  protected abstract main(answers: A): Answer | null;

  /** The chart. */
  protected abstract draw(answers: A, tools: Tools): readonly Child[];

  /** Whether there is nothing to draw. */
  protected isEmpty(answers: A): boolean {
    return this.main(answers)?.rows.length === 0;
  }

  /** Whether too few people are behind all of it. */
  protected isHidden(answers: A): boolean {
    const main = this.main(answers);
    return main !== null && isHidden(main);
  }

  /** All figures. */
  protected table(answers: A): CardTable | null {
    const main = this.main(answers);
    return main === null ? null : tableOf(main);
  }

  /** Says that something was chosen. */
  protected choose(choice: Choice): void {
    this.dispatchEvent(new CustomEvent(CHOOSE, { detail: choice, bubbles: true, composed: true }));
  }

  /** Draws once, however many properties are set together. */
  #update(): void {
    if (!this.#pending) {
      queueMicrotask(() => {
        this.#pending = false;
        this.#render();
      });
    }
    this.#pending = true;
  }

  #render(): void {
    const texts = textsOf(this.#locale);
    this.lang = languageOf(this.#locale);
    this.#frame.label(this.own(texts), texts);
    const data = this.#data;
    if (data.state === 'loading') {
      this.#frame.busy(skeleton());
      return;
    }
    if (data.state === 'failed') {
      const retry = (): void => void this.dispatchEvent(new Event(RETRY, { bubbles: true, composed: true }));
      const shorter = (): void => this.choose({ range: 'shorter' });
      this.#frame.show([failedState(texts, data.problem, { retry, shorter })], false);
      return;
    }
    this.#ready(data, texts);
  }

  #ready(data: CardData<A> & { state: 'ready' }, texts: Texts): void {
    const { answers } = data;
    const main = this.main(answers);
    const format = new Format(this.#locale, this.#zone ?? main?.zone ?? 'UTC');
    const tools: Tools = {
      texts,
      format,
      palette: { ...PALETTES[this.#theme], ...this.#colours },
      animated: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      period: data.period ?? null,
      link: this.#links,
    };
    const hidden = this.isHidden(answers);
    const empty = !hidden && this.isEmpty(answers);
    // What is the whole state is not said again below.
    const notes = empty ? [] : (main?.notes ?? []);
    const said = { ignored: data.ignored ?? [], notes, hidden: !hidden };
    this.#frame.footer(footerOf(main, said, texts, format));
    if (hidden) {
      this.#frame.show([hiddenState(texts, main?.hidden.fewerThan ?? 0)], false);
    } else if (empty) {
      this.#frame.show([emptyState(texts, this.own(texts).empty, main?.notes ?? [])], false);
    } else {
      this.#full(answers, tools);
    }
  }

  #full(answers: A, tools: Tools): void {
    const table = this.table(answers);
    this.#frame.about(definitionsOf(table, tools.texts));
    this.#frame.pressed(this.#tabular);
    const content =
      this.#tabular && table !== null
        ? [tableElement(table, this.own(tools.texts).title, tools.texts, tools.format)]
        : this.draw(answers, tools);
    this.#frame.show(content, table !== null);
  }

  #download(): void {
    const table = this.#data.state === 'ready' ? this.table(this.#data.answers) : null;
    if (table !== null) {
      download(table, this.localName.slice(3));
    }
  }
}

/** Registers a card's element, once. */
export function define(tag: `hc-${string}`, card: CustomElementConstructor): void {
  if (customElements.get(tag) === undefined) {
    customElements.define(tag, card);
  }
}
