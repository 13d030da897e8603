import type { Theme } from '../ui/palette.ts';

/** What a reader may choose. */
export const THEMES = ['system', 'light', 'dark'] as const;

/** A choice of colours. */
export type ThemeChoice = (typeof THEMES)[number];

const KEY = 'housecount.theme';

/** The colours that a reader chose, else those of the system; kept for the next visit. */
export class ThemeSwitch {
  readonly #dark = matchMedia('(prefers-color-scheme: dark)');

  constructor(
    private readonly storage: Pick<Storage, 'getItem' | 'setItem'>,
    changed: () => void,
  ) {
    this.#dark.addEventListener('change', changed);
  }

  /** What was chosen. */
  get choice(): ThemeChoice {
    return THEMES.find(each => each === this.storage.getItem(KEY)) ?? 'system';
  }

  set choice(choice: ThemeChoice) {
    this.storage.setItem(KEY, choice);
  }

  /** What holds. */
  get theme(): Theme {
    const { choice } = this;
    return choice === 'system' ? (this.#dark.matches ? 'dark' : 'light') : choice;
  }
}
