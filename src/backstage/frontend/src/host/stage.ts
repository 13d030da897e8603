import style from '../../../../dashboard/style.css';
import { COLOURS, sheetOf } from '../../../../dashboard/ui/sheet.ts';
import { propertyOf } from '../../../../dashboard/ui/palette.ts';
import type { Dressing } from './look.ts';

/** The dashboard's fields and its grid, among other people's styles: so they stand in a shadow root. */
const SHEETS = [sheetOf(COLOURS), sheetOf(style), sheetOf(':host { display: block; color: var(--hc-text); }')];

/** The shadow root of an element, with the dashboard's sheets. */
export function stageOf(element: HTMLElement): ShadowRoot {
  const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = SHEETS;
  return root;
}

/** Puts colours on the fields; cards have theirs. */
export function dressStage(element: HTMLElement, { theme, colours }: Dressing): void {
  element.setAttribute('theme', theme);
  Object.entries(colours).forEach(([name, value]) => element.style.setProperty(propertyOf(name), value));
}
