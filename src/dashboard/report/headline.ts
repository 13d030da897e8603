import type { Answer } from './answer.ts';
import { numberOf, previousOf } from './answer.ts';

/** What the first sentence says; texts are made of it elsewhere. */
export interface Headline {
  readonly direction: 'grew' | 'shrank' | 'held' | 'alone' | 'began' | 'unknown';
  /** Shares from 0 to 1; null where there is no catalog, or too few people. */
  readonly adoption: number | null;
  readonly before: number | null;
  /** People who used the portal; null where hidden. */
  readonly active: number | null;
  /** People of the catalog who could; null where nobody knows. */
  readonly members: number | null;
  /** How many people the period before had; null where there is none. */
  readonly activeBefore: number | null;
}

/** Less than half a percentage point, or one person in two hundred, is no news. */
const NEWS = 0.005;

/** The sentence for a range: of adoption where there is a catalog, else of the number of people. */
export function headlineOf(summary: Answer, adoption: Answer): Headline {
  const figures = new Map(summary.rows.map(row => [row['metric'], row]));
  const previous = previousOf(adoption);
  const share = numberOf(adoption.total, 'adoption');
  const shareBefore = numberOf(previous?.total, 'adoption');
  const active = numberOf(figures.get('active_users'), 'value');
  const activeBefore = numberOf(figures.get('active_users'), 'previous');
  const began = adoption.previous !== null && activeBefore === 0 && (active ?? 0) > 0;
  return {
    direction: began
      ? 'began'
      : share === null || shareBefore === null
        ? direction(active, activeBefore, Math.max(1, (activeBefore ?? 0) * NEWS))
        : direction(share, shareBefore, NEWS),
    adoption: share,
    before: shareBefore,
    active: share === null ? active : numberOf(adoption.total, 'active'),
    members: share === null ? null : numberOf(adoption.total, 'members'),
    activeBefore,
  };
}

function direction(value: number | null, before: number | null, news: number): Headline['direction'] {
  if (value === null) {
    return 'unknown';
  }
  if (before === null) {
    return 'alone';
  }
  // Shares are quotients: what is just as large as the news may come out a hair below it.
  const by = value - before;
  return Math.abs(by) < news - 1e-9 ? 'held' : by > 0 ? 'grew' : 'shrank';
}
