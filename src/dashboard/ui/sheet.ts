import { declarations } from './palette.ts';

/**
 * A style sheet made of text. The policy of the page's content forbids style elements and attributes; sheets that a
 * script constructs are no markup, and are allowed.
 */
export function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}

/** The colours, for the page and for each card, by the attribute `theme` or the reader's preference. */
export const COLOURS = `
:root, :host { ${declarations('light')} color-scheme: light; }
:root[data-theme='dark'], :host([theme='dark']) { ${declarations('dark')} color-scheme: dark; }
`;
