import type { Choice } from '../cards/card-data.ts';
import { CHOOSE } from '../cards/card-data.ts';
import type { Page } from '../pages/page.ts';
import type { Answer } from '../report/answer.ts';
import { localHour } from '../report/periods.ts';
import type { Problem } from '../report/problem.ts';
import type { Client } from '../server/client.ts';
import type { Texts } from '../texts.ts';
import { Format } from '../ui/format.ts';
import { h } from '../ui/h.ts';
import type { ViewState } from '../view/view-state.ts';
import { withFilter } from '../view/view-state.ts';
import type { Dress, Loaded } from './board.ts';
import { Board, UnauthorizedError } from './board.ts';
import { isEmptyServer } from './empty.ts';
import { FilterFields } from './filter-fields.ts';
import { Known } from './known.ts';
import { RangeFields } from './range-fields.ts';

/** What a pane is made with. */
export interface PaneSettings {
  readonly client: Client;
  readonly texts: Texts;
  /** How a page is called. */
  readonly title: (page: Page) => string;
  /** Follows a choice: shows that view, and keeps it where the host keeps views. */
  readonly go: (view: ViewState) => void;
  /** Shows the same view once more, by a host that says when it is busy; without it the pane does so itself. */
  readonly again?: () => void;
  /** Called when something was chosen in a card, after `go`: what it is about is at the top. */
  readonly chosen: () => void;
  /** Nobody may read here, or not with this token; the figures are off the page. */
  readonly refused: (problem: Problem) => void;
  /** What is shown instead of cards as long as nobody has ever sent an event; null: the cards. */
  readonly firstRun: (signal: AbortSignal) => Promise<HTMLElement | null>;
  /** Whether teams and filters are chosen here; false where the host has chosen them. */
  readonly filters: boolean;
}

/** The fields for range, team and filters, and the cards of a page below; the host gives it a view and an address. */
export class Pane {
  readonly element: HTMLElement;
  #view: ViewState;
  #page: Page;
  #dress: Dress;
  #board: Board | null = null;
  #loading = new AbortController();
  #zone = 'UTC';
  readonly #known: Known;
  readonly #ranges: RangeFields;
  readonly #filters: FilterFields;
  readonly #toolbar: HTMLElement;
  readonly #content = h('div');
  /** Tells those who do not see it how far loading is; beside the element, which may be busy. */
  readonly status = h('div', { role: 'status', class: 'visually-hidden' });

  constructor(
    page: Page,
    view: ViewState,
    dress: Dress,
    private readonly settings: PaneSettings,
  ) {
    const { texts } = settings;
    [this.#page, this.#view, this.#dress] = [page, view, dress];
    this.#known = new Known(settings.client);
    this.#ranges = new RangeFields({
      texts,
      format: new Format(dress.locale, this.#zone),
      today: () => localHour(new Date().toISOString(), this.#view.zone ?? this.#zone).slice(0, 10),
      change: part => settings.go({ ...this.#view, ...part }),
    });
    this.#filters = new FilterFields(view, {
      texts,
      options: filter => this.#known.options(filter, this.#view, this.#loading.signal).catch(() => []),
      name: (filter, value) => this.#known.name(filter, value),
      change: settings.go,
    });
    this.#toolbar = h(
      'section',
      { class: 'toolbar', 'aria-label': texts.shell.filters },
      this.#ranges.element,
      settings.filters && this.#filters.element,
    );
    this.element = h('div', {}, this.#toolbar, this.#content);
    this.#content.addEventListener(CHOOSE, event => this.#chosen((event as CustomEvent<Choice>).detail));
  }

  /** Puts colours and language on. */
  dress(dress: Dress): void {
    this.#dress = dress;
    this.#board?.dress(dress);
  }

  /** Loads a page's cards in a view; says whether they are there, and not given up for another view. */
  async show(page: Page, view: ViewState): Promise<boolean> {
    this.stop();
    [this.#page, this.#view] = [page, view];
    this.#loading = new AbortController();
    const { signal } = this.#loading;
    this.#label();
    if (this.#board?.page !== page || this.#board.element.parentNode === null) {
      const again = this.settings.again ?? (() => void this.show(this.#page, this.#view));
      this.#board = new Board(page, this.settings.client, again);
      this.#content.replaceChildren(this.#board.element);
      this.dress(this.#dress);
    }
    const { texts, title } = this.settings;
    this.status.textContent = texts.shell.loading(title(page));
    try {
      await this.#loaded(await this.#board.load(view, signal), signal);
    } catch (error) {
      this.#failed(error);
    }
    return !signal.aborted;
  }

  /** Gives up what is under way. */
  stop(): void {
    this.#loading.abort();
  }

  /** Shows something in the place of the figures, of which none stays. */
  replace(content: HTMLElement): void {
    this.stop();
    this.#instead(content);
    this.status.textContent = '';
  }

  #instead(content: HTMLElement): void {
    this.#board = null;
    this.#toolbar.hidden = true;
    this.#content.replaceChildren(content);
  }

  #label(): void {
    const page = this.#page;
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
    const { texts, title, firstRun } = this.settings;
    const loaded = texts.shell.loaded(title(this.#page));
    this.status.textContent = failures > 0 ? `${loaded} ${texts.shell.failures(failures)}` : loaded;
    if (failures === 0 && isEmptyServer(answers.values())) {
      const instead = await firstRun(signal);
      if (instead !== null && !signal.aborted) {
        this.#instead(instead);
      }
    }
  }

  #failed(error: unknown): void {
    if (error instanceof UnauthorizedError) {
      this.settings.refused(error.problem);
    } else if (!(error instanceof DOMException && error.name === 'AbortError')) {
      throw error;
    }
  }

  #chosen({ team, portal, range }: Choice): void {
    const { go, chosen } = this.settings;
    if (team !== undefined) {
      go(withFilter(this.#view, 'team', [team]));
      chosen();
    }
    if (portal !== undefined) {
      go(withFilter(this.#view, 'portal', [portal]));
    }
    if (range === 'shorter') {
      go({ ...this.#view, range: { period: '7d' }, compare: 'none' });
    }
  }
}
