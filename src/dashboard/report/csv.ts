import type { Cell } from './answer.ts';

/** What spreadsheets run instead of showing it. */
const FORMULA = /^[\s]*[=+\-@\t\r]/;

/** The rows as CSV (RFC 4180), the names as header; with a byte-order mark, by which spreadsheets know UTF-8. */
export function csvOf(names: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return '\uFEFF' + [names, ...rows].map(row => row.map(csvCell).join(',') + '\r\n').join('');
}

/** A cell: what is hidden is empty, numbers are as they are, and no text is run as a formula. */
export function csvCell(cell: Cell): string {
  if (cell === null) {
    return '';
  }
  if (typeof cell === 'number') {
    return String(cell);
  }
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
