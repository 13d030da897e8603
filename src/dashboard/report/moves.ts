import type { Answer, Row } from './answer.ts';
import { numberOf, ownRows, previousOf, textOf } from './answer.ts';

/** A plugin or team that has more or fewer people than before. */
export interface Move {
  readonly name: string;
  readonly now: number;
  readonly before: number;
  /** People more than before, below 0 for fewer. */
  readonly by: number;
}

/** The columns in which a report has names and people. */
export interface MoveColumns {
  readonly name: string;
  readonly figure: string;
}

/** Fewer people than this come and go by chance. */
const NEWS = 2;

/**
 * The largest differences in people, the largest first. What is hidden in either range, or is only in the row of the
 * rest in one of them, has no known difference and is left out.
 */
export function movesOf(answer: Answer, columns: MoveColumns, count = 4): readonly Move[] {
  const previous = previousOf(answer);
  if (previous === null) {
    return [];
  }
  const before = figures(ownRows(previous), columns);
  const now = figures(ownRows(answer), columns);
  const names = new Set([...now.keys(), ...before.keys()]);
  return [...names]
    .map(name => move(name, now.get(name) ?? gone(answer), before.get(name) ?? gone(previous)))
    .filter((found): found is Move => found !== null && Math.abs(found.by) >= NEWS)
    .sort((one, other) => Math.abs(other.by) - Math.abs(one.by) || one.name.localeCompare(other.name))
    .slice(0, count);
}

function move(name: string, now: number | null, before: number | null): Move | null {
  return now === null || before === null ? null : { name, now, before, by: now - before };
}

/** A value without a row had nobody, unless it may be among the rest or be hidden. */
function gone(figures: Pick<Answer, 'other' | 'hidden'>): number | null {
  return figures.other === undefined && figures.hidden.rows === 0 ? 0 : null;
}

function figures(rows: readonly Row[], columns: MoveColumns): Map<string, number | null> {
  return new Map(
    rows
      .filter(row => row[columns.name] !== null)
      .map(row => [textOf(row, columns.name), numberOf(row, columns.figure)]),
  );
}
