import type { Headline } from '../report/headline.ts';
import type { Format } from '../ui/format.ts';
import type { Say } from './say.ts';

/** Where and when a headline is about. */
export interface HeadlineScope {
  /** In words. */
  readonly range: string;
  /** By its title; null for everybody. */
  readonly team: string | null;
  readonly format: Format;
}

/** The first sentence, and what explains it. */
export interface HeadlineText {
  readonly main: string;
  readonly rest: string;
}

/** Says a headline: each sentence is a message of its own, since languages place teams and ranges differently. */
export function headlineText(
  say: Say,
  people: (count: number | null, format: Format) => string,
  headline: Headline,
  { range, team, format }: HeadlineScope,
): HeadlineText {
  const { adoption, before, active, activeBefore, members, direction } = headline;
  const sentence = (name: string, values: Record<string, string> = {}): string =>
    say(`headline.${name}${team === null ? '' : 'Team'}`, {
      ...values,
      range,
      ...(team === null ? {} : { team }),
    });
  if (active === null) {
    return { main: sentence('hidden'), rest: '' };
  }
  if (adoption === null || members === null) {
    const known = activeBefore !== null && direction !== 'alone' && direction !== 'began';
    const used = { people: people(active, format), before: format.count(activeBefore) };
    return { main: sentence(known ? 'usedAfter' : 'used', used), rest: say('headline.noCatalog') };
  }
  const of = say('headline.of', { active: format.count(active), people: people(members, format) });
  const rest = direction === 'began' ? `${of} ${say('headline.began')}` : of;
  const name = direction === 'grew' || direction === 'shrank' || direction === 'held' ? direction : 'alone';
  const shares = { adoption: format.share(adoption), before: format.share(before) };
  return { main: sentence(name, shares), rest };
}
