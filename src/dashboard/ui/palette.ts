/** Light on dark, or dark on light. */
export type Theme = 'light' | 'dark';

/**
 * The colours of a theme. Figures' colours are told apart by people who see red and green alike (blue, orange, grey, by
 * lightness too), and text has a contrast of at least 4.5 to 1 on every ground that it stands on, marks of 3 to 1.
 */
export interface Palette {
  readonly ground: string;
  readonly surface: string;
  readonly sunken: string;
  readonly line: string;
  readonly border: string;
  readonly text: string;
  readonly quiet: string;
  readonly accent: string;
  readonly onAccent: string;
  readonly first: string;
  readonly second: string;
  readonly third: string;
  readonly fourth: string;
  readonly before: string;
  readonly good: string;
  readonly bad: string;
  readonly warning: string;
  readonly badGround: string;
  readonly warningGround: string;
  readonly infoGround: string;
}

/** The colours by theme. */
export const PALETTES: Readonly<Record<Theme, Palette>> = {
  light: {
    ground: '#f4f5f7',
    surface: '#ffffff',
    sunken: '#eef0f3',
    line: '#dfe2e7',
    border: '#767d89',
    text: '#171b22',
    quiet: '#545b68',
    accent: '#0b5cad',
    onAccent: '#ffffff',
    first: '#0b6bcb',
    second: '#b35900',
    third: '#5c4b9e',
    fourth: '#8fb9e8',
    before: '#7d8592',
    good: '#0b5cad',
    bad: '#a34200',
    warning: '#8a5a00',
    badGround: '#fff0e6',
    warningGround: '#fff6dd',
    infoGround: '#e8f1fb',
  },
  dark: {
    ground: '#12151a',
    surface: '#1b2027',
    sunken: '#242a33',
    line: '#323a45',
    border: '#8a94a3',
    text: '#eceff4',
    quiet: '#aeb7c4',
    accent: '#7ab8ff',
    onAccent: '#0a1420',
    first: '#5aa9ff',
    second: '#ff9e4a',
    third: '#b8a6ff',
    fourth: '#2f5f94',
    before: '#8f99a8',
    good: '#7ab8ff',
    bad: '#ffab66',
    warning: '#f0c35a',
    badGround: '#3a2618',
    warningGround: '#352d17',
    infoGround: '#182c42',
  },
};

/** The custom property that has a colour. */
export function propertyOf(colour: string): `--hc-${string}` {
  return `--hc-${colour.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`;
}

/** The colours of a theme as declarations of custom properties. */
export function declarations(theme: Theme): string {
  return Object.entries(PALETTES[theme])
    .map(([name, value]) => `${propertyOf(name)}: ${value};`)
    .join('\n  ');
}
