import type { Answer, Column, Figures, Row } from '../report/answer.ts';

/** What a test says of an answer; the rest is as a small portal's. */
export interface Given {
  readonly rows?: readonly Row[];
  readonly total?: Row;
  readonly previous?: Partial<Figures> | null;
  readonly other?: number;
  readonly hidden?: number;
  readonly columns?: readonly Column[];
  readonly from?: string;
  readonly to?: string;
  readonly grain?: string;
  readonly filters?: Answer['filters'];
}

/** An answer as `GET /insights/{report}` gives it. */
export function answer(report: string, given: Given): Answer {
  const own = figures(given.rows ?? [], given);
  return {
    ...own,
    report,
    zone: 'Europe/Berlin',
    grain: given.grain ?? null,
    portal: 'default',
    filters: given.filters ?? {},
    completeUntil: '2026-11-28T23:00:00Z',
    columns: given.columns ?? columnsOf([given.total ?? {}, ...(given.rows ?? [])]),
    previous: given.previous ? { ...figures([], {}), ...given.previous } : null,
    notes: [],
  };
}

function figures(rows: readonly Row[], given: Given): Figures {
  return {
    from: given.from ?? '2026-11-01',
    to: given.to ?? '2026-11-29',
    rows,
    total: given.total ?? {},
    ...(given.other === undefined ? {} : { other: { values: given.other } }),
    hidden: { rows: given.hidden ?? 0, fewerThan: 5 },
  };
}

/** Figures are counts, but shares. */
function columnsOf(rows: readonly Row[]): readonly Column[] {
  const names = new Set(rows.flatMap(row => Object.keys(row)));
  const typeOf = (name: string): Column['type'] =>
    name === 'adoption' ? 'share' : ['team', 'plugin', 'metric'].includes(name) ? 'text' : 'count';
  return [...names].map(name => ({ name, type: typeOf(name) }));
}
