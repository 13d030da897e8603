import type { Answer, Cell, Column } from '../report/answer.ts';
import { OTHER } from '../report/answer.ts';
import type { Texts } from '../texts.ts';
import type { Format } from '../ui/format.ts';
import { h, linked } from '../ui/h.ts';

/** The figures of a card, as they are shown in its table and written to its CSV. */
export interface CardTable {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Of rows of a series: how long their periods are. */
  readonly grain?: string | null;
  /** Where the first cell of each row leads. */
  readonly links?: readonly (string | null)[];
}

/** A table of an answer's own rows and columns. */
export function tableOf(answer: Answer): CardTable {
  const rows = answer.rows.map(row => answer.columns.map(({ name }) => row[name] ?? null));
  return { columns: answer.columns, rows, grain: answer.grain };
}

/** A column's name for people. */
export function columnTitle(texts: Texts, name: string): string {
  const words = name.replaceAll(/[_-]/g, ' ');
  return texts.columns[name] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

/** A table that can be scrolled by keyboard, too. */
export function tableElement(table: CardTable, title: string, texts: Texts, format: Format): HTMLElement {
  const head = table.columns.map(column =>
    h('th', { scope: 'col', class: isFigure(column) && 'figure' }, columnTitle(texts, column.name)),
  );
  const body = table.rows.map((row, place) => {
    const link = table.links?.[place] ?? null;
    return h('tr', {}, ...row.map((cell, index) => cellElement(table, cell, index, link, texts, format)));
  });
  return h(
    'div',
    { class: 'scroll', tabindex: 0, role: 'group', 'aria-label': title },
    h('table', {}, h('thead', {}, h('tr', {}, ...head)), h('tbody', {}, ...body)),
  );
}

function cellElement(
  table: CardTable,
  cell: Cell,
  index: number,
  link: string | null,
  texts: Texts,
  format: Format,
): HTMLElement {
  const column = table.columns[index] ?? { name: '', type: 'text' };
  const text = shown(column, cell, table.grain ?? null, texts, format);
  return index === 0
    ? h('th', { scope: 'row' }, linked(text, link))
    : h('td', { class: isFigure(column) && 'figure' }, text);
}

function shown(column: Column, cell: Cell, grain: string | null, texts: Texts, format: Format): string {
  if (column.name === 'period' && typeof cell === 'string') {
    return format.period(cell, grain);
  }
  if (column.name === 'team' && cell === null) {
    return texts.shell.everybody;
  }
  if (column.name === 'metric' && typeof cell === 'string') {
    return texts.metrics[cell] ?? cell;
  }
  return cell === OTHER ? texts.card.other('') : format.cell(cell, column);
}

function isFigure(column: Column): boolean {
  return column.type === 'count' || column.type === 'number' || column.type === 'share';
}
