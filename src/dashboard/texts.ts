import type { Change } from './report/change.ts';
import type { Headline } from './report/headline.ts';
import { headlineText } from './texts/headline.ts';
import { OWN } from './texts/own.ts';
import type { Say } from './texts/say.ts';
import { MESSAGES, said, sayer } from './texts/say.ts';
import type { Format } from './ui/format.ts';

/** What a card says beside its figures. */
export interface CardTexts {
  readonly title: string;
  readonly question: string;
  /** What it means that nothing is there, and what to do. */
  readonly empty: string;
}

type Names = Readonly<Record<string, string>>;

/** The texts that a language has, by how it says messages. Some need figures: those are functions. */
export function textsFrom(say: Say) {
  const M = MESSAGES;
  const people = (count: number | null, format: Format): string =>
    say('people', { count: count ?? 0, number: format.count(count) });
  return {
    ...OWN,
    product: 'Housecount',
    pages: said(M.pages, 'pages', say),
    cards: said(M.cards, 'cards', say) satisfies Record<string, CardTexts>,
    metrics: said(M.metrics, 'metrics', say) as Names,
    columns: said(M.columns, 'columns', say) as Names,
    headline: (headline: Headline, range: string, team: string | null, format: Format) =>
      headlineText(say, people, headline, { range, team, format }),
    furthestBehind: say('furthestBehind'),
    rangeInWords: (period: string | null, from: string, to: string, format: Format): string => {
      const parts = period === null ? null : /^(\d+)([dm])$/.exec(period);
      return parts === null
        ? say('range.dates', { dates: format.range(from, to) })
        : say(parts[2] === 'd' ? 'range.days' : 'range.months', { count: Number(parts[1]) });
    },
    change: (change: Change, unit: 'count' | 'share', format: Format): string => {
      if (change.kind === 'unknown' || change.kind === 'same') {
        return say(`change.${change.kind}`);
      }
      if (unit === 'share') {
        return say('change.points', { by: format.difference(change.by * 100) });
      }
      const by = format.difference(change.by);
      return change.share === null
        ? by
        : say('change.share', { by, share: format.relativeDifference(change.share) });
    },
    before: (value: string) => say('before', { value }),
    activeUsers: {
      ...said(M.activeUsers, 'activeUsers', say),
      version: said(M.activeUsers.version, 'activeUsers.version', say) as Names,
      label: (first: string, last: string, from: string, to: string) =>
        say('activeUsers.label', { first, last, from, to }),
    },
    newAndReturning: {
      ...said(M.newAndReturning, 'newAndReturning', say),
      label: (total: string, fresh: string) => say('newAndReturning.label', { total, fresh }),
    },
    adoption: {
      ...said(M.adoption, 'adoption', say),
      of: (active: string, members: string) => say('adoption.of', { active, members }),
      lapsed: (lapsed: number | null, format: Format) =>
        say('adoption.lapsed', { people: people(lapsed, format) }),
    },
    teams: {
      tick: say('teams.tick'),
      of: (active: string, members: string) => say('teams.of', { active, members }),
      missing: (count: number, format: Format) =>
        say('teams.missing', { count, number: format.count(count) }),
      why: (before: number | null, never: number | null, format: Format) =>
        say('teams.why', { before: format.count(before), never: format.count(never) }),
      choose: (team: string) => say('teams.choose', { team }),
    },
    changed: {
      ...said(M.changed, 'changed', say),
      people: (by: string, now: string, before: string) => say('changed.people', { by, now, before }),
    },
    searches: {
      ...said(M.searches, 'searches', say),
      opened: (share: string) => say('searches.opened', { share }),
      rank: (rank: string) => say('searches.rank', { rank }),
      times: (searches: string, users: string) => say('searches.times', { searches, users }),
      clickThrough: (share: string) => say('searches.clickThrough', { share }),
    },
    docs: { readers: (readers: string, views: string) => say('docs.readers', { readers, views }) },
    templates: {
      steps: said(M.templates.steps, 'templates.steps', say) as Names,
      noOutcome: say('templates.noOutcome'),
      ofBefore: (share: string) => say('templates.ofBefore', { share }),
      failed: (failed: string, ended: string, share: string) =>
        say('templates.failed', { failed, ended, share }),
      hours: (hours: string) => say('templates.hours', { hours }),
      hoursInAll: (hours: string, runs: string) => say('templates.hoursInAll', { hours, runs }),
      origins: (api: string, agents: string) => say('templates.origins', { api, agents }),
    },
    visits: (users: string, visits: string) => say('visits', { users, visits }),
    atLeast: (count: string) => say('atLeast', { count }),
    unvisited: (count: string, kinds: string) => say('unvisited', { count, kinds }),
    unread: (count: string) => say('unread', { count }),
    usage: {
      ...said(M.usage, 'usage', say),
      few: (count: number) => say('usage.few', { count }),
      trend: (from: string, to: string) => say('usage.trend', { from, to }),
    },
    health: {
      ...said(M.health, 'health', say),
      levels: said(M.health.levels, 'health.levels', say) as Names,
      sample: (events: string, since: string) => say('health.sample', { events, since }),
      days: (from: string) => say('health.days', { from }),
    },
    card: {
      ...said(M.card, 'card', say),
      csvOf: (title: string) => say('card.csvOf', { title }),
      tableOf: (title: string) => say('card.tableOf', { title }),
      aboutOf: (title: string) => say('card.aboutOf', { title }),
      completeUntil: (time: string) => say('card.completeUntil', { time }),
      hiddenRows: (count: number, fewerThan: number) => say('card.hiddenRows', { count, fewerThan }),
      ignored: (filters: string) => say('card.ignored', { filters }),
      other: (values: string) => say('card.other', { values }),
      showAll: (count: string) => say('card.showAll', { count }),
    },
    states: {
      ...said(M.states, 'states', say),
      hidden: (fewerThan: number) => say('states.hidden', { fewerThan }),
    },
    shell: {
      ...said(M.shell, 'shell', say),
      periods: said(M.shell.periods, 'shell.periods', say) as Names,
      period: (period: string) =>
        say(period.endsWith('m') ? 'shell.lastMonths' : 'shell.lastDays', {
          count: Number.parseInt(period, 10),
        }),
      since: (date: string) => say('shell.since', { date }),
      grains: said(M.shell.grains, 'shell.grains', say) as Names,
      filterNames: said(M.shell.filterNames, 'shell.filterNames', say) as Names,
      remove: (filter: string, value: string) => say('shell.remove', { filter, value }),
      themes: said(M.shell.themes, 'shell.themes', say) as Names,
      options: (count: number) => say('shell.options', { count }),
      loading: (page: string) => say('shell.loading', { page }),
      loaded: (page: string) => say('shell.loaded', { page }),
      failures: (count: number) => say('shell.failures', { count }),
    },
    portal: said(M.portal, 'portal', say),
  };
}

/** The texts of one language. */
export type Texts = ReturnType<typeof textsFrom>;

/** English. */
export const EN: Texts = textsFrom(sayer(MESSAGES, 'en'));

const LANGUAGES = new Map<string, Texts>([['en', EN]]);

/** Lets cards speak another language, or a known one otherwise, by its ISO 639 code. */
export function addTexts(language: string, texts: Texts): void {
  LANGUAGES.set(language, texts);
}

/** The language of the texts for a locale: English where its own is unknown. */
export function languageOf(locale: string): string {
  const language = locale.split('-')[0]?.toLowerCase() ?? '';
  return LANGUAGES.has(language) ? language : 'en';
}

/** The texts for a locale. */
export function textsOf(locale: string): Texts {
  return LANGUAGES.get(languageOf(locale)) ?? EN;
}
