import type { Answer, Row } from './answer.ts';
import { numberOf, textOf } from './answer.ts';

/** A team of fewer members moves by chance: one person is a tenth of its adoption. */
const LARGE_ENOUGH = 10;

/** The rows of teams whose figures are shown, everybody not among them. */
export function shownTeams(adoption: Answer): readonly Row[] {
  return adoption.rows.filter(row => row['team'] !== null && numberOf(row, 'adoption') !== null);
}

/**
 * The teams with the lowest adoption, lowest first, of two the larger: of those that are large enough, or of all that
 * are shown where too few are. A team in which everybody is active is not missing, and the
 * one that is asked for is not behind itself.
 */
export function missingTeams(adoption: Answer, count = 3): readonly Row[] {
  const { team } = adoption.filters;
  const asked = Array.isArray(team) ? (team as readonly string[]) : [];
  const open = shownTeams(adoption).filter(
    row => (numberOf(row, 'adoption') ?? 1) < 1 && !asked.includes(textOf(row, 'team')),
  );
  const large = open.filter(row => (numberOf(row, 'members') ?? 0) >= LARGE_ENOUGH);
  return [...(large.length >= count ? large : open)].sort(byAdoption).slice(0, count);
}

/** The nearest team above one that is shown: its ref, and its title where it has one. Null for none. */
export function parentOf(
  adoption: Answer,
  row: Row,
): { readonly ref: string; readonly title: string } | null {
  const ref = textOf(row, 'parent');
  const above = adoption.rows.find(other => other['team'] === ref);
  return ref === '' ? null : { ref, title: textOf(above, 'title') };
}

/** Lowest adoption first; of two alike the larger team, then by name. */
export function byAdoption(one: Row, other: Row): number {
  return (
    (numberOf(one, 'adoption') ?? 0) - (numberOf(other, 'adoption') ?? 0) ||
    (numberOf(other, 'members') ?? 0) - (numberOf(one, 'members') ?? 0) ||
    String(one['team']).localeCompare(String(other['team']))
  );
}

/** Of whom a team, or everybody, consists. A figure that is hidden or unknown is null. */
export interface Members {
  readonly active: number | null;
  /** Seen before the range, not in it. */
  readonly before: number | null;
  readonly never: number | null;
}

/**
 * The parts of a row's members. Who has "lapsed" is no part: within a long range somebody may have been active, and
 * have lapsed since.
 */
export function membersOf(row: Row): Members {
  const [members, active, never] = ['members', 'active', 'never'].map(name => numberOf(row, name) ?? null);
  const known = members != null && active != null && never != null;
  return {
    active: active ?? null,
    before: known ? Math.max(0, members - active - never) : null,
    never: never ?? null,
  };
}
