import type { CardData, Links } from '../cards/card-data.ts';
import type { Palette, Theme } from '../ui/palette.ts';
import type { Ask } from '../view/ask.ts';

/** How wide a card is where there is room. */
export type Width = 'full' | 'wide' | 'half' | 'third';

/** A card's place on a page, and the questions whose answers it shows, by the names that it has for them. */
export interface Slot {
  readonly tag: `hc-${string}`;
  readonly width: Width;
  readonly asks: Readonly<Record<string, Ask>>;
  /** Those without which it can be shown, too. */
  readonly optional?: readonly string[];
}

/** A page of cards. */
export interface Page {
  readonly path: string;
  readonly name: 'overview' | 'search' | 'templates' | 'health' | 'usage' | 'team' | 'colleagues';
  /** Whether it is about the range, the team and the filters, or about the portal as it is. */
  readonly ranged: boolean;
  readonly slots: readonly Slot[];
}

/** A card as the page sees it. */
export interface CardElement extends HTMLElement {
  data: CardData<unknown>;
  locale: string;
  theme: Theme;
  colours: Partial<Palette>;
  links: Links;
  zone: string | null;
}
