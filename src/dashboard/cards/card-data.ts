import type { Problem } from '../report/problem.ts';
import type { Filter } from '../view/view-state.ts';

/** What a card is given: answers, or why there are none yet. */
export type CardData<A> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly problem: Problem }
  | {
      readonly state: 'ready';
      readonly answers: A;
      /** Filters that the answers do not follow. */
      readonly ignored?: readonly Filter[];
      /** The range as it was chosen, such as `28d`; absent where dates were. */
      readonly period?: string;
    };

/** What a reader chooses in a card, for whoever shows the card to follow. */
export interface Choice {
  readonly team?: string;
  readonly portal?: string;
  readonly range?: 'shorter';
}

/** Where the host shows an entity; null where it has no page for it. */
export type Links = (entityRef: string) => string | null;

/** Sent by a card when something in it is chosen; bubbles. */
export const CHOOSE = 'hc-choose';

/** Sent by a card that failed, when it is to be loaded again; bubbles. */
export const RETRY = 'hc-retry';
