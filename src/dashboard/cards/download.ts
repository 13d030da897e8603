import { csvOf } from '../report/csv.ts';
import { h } from '../ui/h.ts';
import type { CardTable } from './table.ts';

/** How long a browser may take to begin a download, in milliseconds. */
const BEGUN = 10_000;

/** Hands a table to the reader as a file. */
export function download(table: CardTable, name: string): void {
  const names = table.columns.map(column => column.name);
  const file = new Blob([csvOf(names, table.rows)], { type: 'text/csv;charset=utf-8' });
  const link = h('a', { href: URL.createObjectURL(file), download: `${name}.csv` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), BEGUN);
}
