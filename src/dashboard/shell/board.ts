import type { CardData, Links } from '../cards/card-data.ts';
import { RETRY } from '../cards/card-data.ts';
import type { CardElement, Page, Slot } from '../pages/page.ts';
import { ProblemError } from '../server/client.ts';
import type { Client } from '../server/client.ts';
import { h } from '../ui/h.ts';
import type { Problem } from '../report/problem.ts';
import type { Palette, Theme } from '../ui/palette.ts';
import { ignoredFilters, urlOf } from '../view/ask.ts';
import type { Ask } from '../view/ask.ts';
import type { ViewState } from '../view/view-state.ts';

/** What came of loading a page. */
export interface Loaded {
  readonly failures: number;
  /** The answers by the addresses that were asked. */
  readonly answers: ReadonlyMap<string, unknown>;
}

/** What all cards have from whoever shows them. */
export interface Dress {
  readonly theme: Theme;
  /** A BCP 47 tag. */
  readonly locale: string;
  /** The host's own colours, where it has some. */
  readonly colours?: Partial<Palette>;
  /** Where the host shows entities, if it does. */
  readonly links?: Links;
}

/** Nobody may read here without a token, or with this one. */
export class UnauthorizedError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
  }
}

/** What no other question would be answered with either. */
const UNAUTHORIZED = [401, 403];

/** The cards of a page: asks for what they show, and gives it to them. */
export class Board {
  readonly element: HTMLElement;
  readonly #cards: readonly (readonly [Slot, CardElement])[];

  constructor(
    readonly page: Page,
    private readonly client: Client,
    retry: () => void,
  ) {
    this.#cards = page.slots.map(slot => [slot, h(slot.tag, { class: slot.width }) as CardElement]);
    this.element = h('div', { class: 'board' }, ...this.#cards.map(([, card]) => card));
    this.element.addEventListener(RETRY, retry);
  }

  /** How the cards look and speak, and where their names lead. */
  dress({ theme, locale, colours, links }: Dress): void {
    for (const [, card] of this.#cards) {
      card.theme = theme;
      card.locale = locale;
      card.colours = colours ?? {};
      card.links = links ?? (() => null);
    }
  }

  /**
   * Loads what the view shows; each card as soon as its own answers are there.
   *
   * @throws UnauthorizedError once, however many questions are refused; a DOMException when it was given up
   */
  async load(view: ViewState, signal: AbortSignal): Promise<Loaded> {
    const answers = new Map<string, unknown>();
    this.#cards.forEach(([, card]) => (card.data = { state: 'loading' }));
    const loaded = this.#cards.map(async ([slot, card]) => {
      const data = await this.#answer(slot, view, signal, answers);
      signal.throwIfAborted();
      card.data = data;
      return data.state === 'failed' ? 1 : 0;
    });
    const failures = await Promise.all(loaded);
    return { failures: failures.reduce((all: number, one) => all + one, 0), answers };
  }

  async #answer(
    slot: Slot,
    view: ViewState,
    signal: AbortSignal,
    answers: Map<string, unknown>,
  ): Promise<CardData<unknown>> {
    try {
      const asked = Object.entries(slot.asks).map(async ([name, ask]) => {
        const answer = await this.#ask(ask, view, signal, slot.optional?.includes(name) === true);
        answers.set(urlOf(ask, view), answer);
        return [name, answer] as const;
      });
      const ignored = new Set(
        Object.values(slot.asks).flatMap(ask => (ask.ranged ? ignoredFilters(ask, view) : [])),
      );
      return {
        state: 'ready',
        answers: Object.fromEntries(await Promise.all(asked)),
        ignored: [...ignored],
        ...('period' in view.range ? { period: view.range.period } : {}),
      };
    } catch (error) {
      if (error instanceof ProblemError) {
        return failed(error.problem);
      }
      throw error;
    }
  }

  async #ask(ask: Ask, view: ViewState, signal: AbortSignal, optional: boolean): Promise<unknown> {
    try {
      return await this.client.get(urlOf(ask, view), signal);
    } catch (error) {
      // Whoever may not read it may read the rest, perhaps; where not, the rest says so.
      if (optional && error instanceof ProblemError) {
        return undefined;
      }
      throw error;
    }
  }
}

function failed(problem: Problem): CardData<unknown> {
  if (UNAUTHORIZED.includes(problem.status)) {
    throw new UnauthorizedError(problem);
  }
  return { state: 'failed', problem };
}
