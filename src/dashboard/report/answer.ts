/** The type of a column's cells: texts, moments (ISO 8601 in UTC), counts, numbers, shares from 0 to 1. */
export type ColumnType = 'text' | 'time' | 'count' | 'number' | 'share';

/** What a column of a report holds. */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly unit?: string;
  readonly definition?: string;
}

/** A cell: null is hidden or unknown, and never 0. */
export type Cell = string | number | null;

/** A row by the names of its columns. */
export type Row = Readonly<Record<string, Cell>>;

/** What a report answers for one range. Dates are local; `to` is the day behind the last. */
export interface Figures {
  readonly from: string;
  readonly to: string;
  readonly rows: readonly Row[];
  /** Each person once; empty where the report has none. */
  readonly total: Row;
  /** How many values are together in the last row, which is then called "other". */
  readonly other?: { readonly values: number };
  readonly hidden: { readonly rows: number; readonly fewerThan: number };
}

/** An answer of `GET /insights/{report}`. */
export interface Answer extends Figures {
  readonly report: string;
  readonly zone: string;
  readonly grain: string | null;
  readonly portal: string | null;
  /** The filters that were asked for, by parameter; `direct` is true where child teams are left out. */
  readonly filters: Readonly<Record<string, readonly string[] | true>>;
  readonly completeUntil: string;
  readonly columns: readonly Column[];
  readonly previous: Figures | null;
  readonly notes: readonly string[];
}

/** The name of the row in which values are together that have no row of their own. */
export const OTHER = 'other';

/** A cell's number; null where it is hidden, unknown or no number. */
export function numberOf(row: Row | undefined, column: string): number | null {
  const cell = row?.[column];
  return typeof cell === 'number' ? cell : null;
}

/** A cell's text; empty where there is none. */
export function textOf(row: Row | undefined, column: string): string {
  const cell = row?.[column];
  return cell === null || cell === undefined ? '' : String(cell);
}

/** Whether every figure of an answer is hidden because too few people are behind it. */
export function isHidden(answer: Answer): boolean {
  const { rows, hidden } = answer;
  return rows.length > 0 && hidden.rows >= rows.length;
}

/** The rows without the one in which the rest is together. */
export function ownRows(figures: Figures): readonly Row[] {
  return figures.other === undefined ? figures.rows : figures.rows.slice(0, -1);
}

/** Counts of who is there, whatever anybody did. */
const ABOUT_MEMBERS = ['members', 'lapsed', 'never'];

/**
 * The figures of the time before; null where none were asked for, or where nothing was counted then: a portal that
 * began, or events that are not kept any more, are nothing to compare with.
 */
export function previousOf(answer: Answer): Figures | null {
  const { previous, columns } = answer;
  const counts = columns.filter(({ name, type }) => type === 'count' && !ABOUT_MEMBERS.includes(name));
  // What is hidden is not nothing.
  const counted = (row: Row): boolean =>
    counts.some(({ name }) => row[name] !== undefined && row[name] !== 0);
  return previous !== null && [previous.total, ...previous.rows].some(counted) ? previous : null;
}
