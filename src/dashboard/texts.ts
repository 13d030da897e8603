import type { Change } from './report/change.ts';
import type { Headline } from './report/headline.ts';
import type { Format } from './ui/format.ts';

/** What a card says beside its figures. */
export interface CardTexts {
  readonly title: string;
  readonly question: string;
  /** What it means that nothing is there, and what to do. */
  readonly empty: string;
}

function people(count: number | null, format: Format): string {
  return count === 1 ? '1 person' : `${format.count(count)} people`;
}

/** English. Another language has the same members: see {@link addTexts}. */
export const EN = {
  product: 'Housecount',
  pages: {
    overview: 'Overview',
    search: 'Search and docs',
    templates: 'Templates and plugins',
    health: 'Data health',
    unknown: 'There is no such page',
    unknownDetail: 'The four pages are in the navigation above.',
  },

  cards: {
    headline: {
      title: 'In short',
      question: '',
      empty: 'Nothing was counted in this range. Choose an earlier or longer one.',
    },
    keyFigures: {
      title: 'Key figures',
      question: 'Is the portal used more than before?',
      empty: 'Nothing was counted in this range. Choose an earlier or longer one.',
    },
    activeUsers: {
      title: 'Active users',
      question: 'How many people use the portal, and does the number grow?',
      empty: 'Nobody was active in this range. Choose an earlier or longer one, or take a filter away.',
    },
    newAndReturning: {
      title: 'New and returning',
      question: 'Do people come, and do they come back?',
      empty: 'Nobody was active in this range. Choose an earlier or longer one, or take a filter away.',
    },
    adoption: {
      title: 'Adoption',
      question: 'Who of those who could use the portal does?',
      empty: 'Nobody knows who could use the portal: push the catalog, or let the server pull it.',
    },
    missing: {
      title: 'Who is missing',
      question: 'The large enough teams with the lowest adoption',
      empty: 'No other team’s adoption can be shown here: teams come with the catalog.',
    },
    changed: {
      title: 'What changed',
      question: 'Where are more or fewer people than before?',
      empty: 'Nothing has moved by more than a person, or nothing was counted in the time to compare with.',
    },
    teams: {
      title: 'Adoption by team',
      question: 'Which teams use the portal, and which do not?',
      empty: 'There is no team whose adoption can be shown: push the catalog with its groups.',
    },
    zeroResults: {
      title: 'Searches that find nothing',
      question: 'What do people look for in vain?',
      empty: 'Every term that two people searched for was found at least once.',
    },
    searches: {
      title: 'Searches and click-through',
      question: 'Do people find what they search for, and open it?',
      empty: 'Nobody searched in this range. Choose a longer one.',
    },
    documents: {
      title: 'Documentation that is read',
      question: 'Which documentation do people read?',
      empty: 'Nobody read documentation in this range. Choose a longer one.',
    },
    unread: {
      title: 'Documentation that nobody reads',
      question: 'What could be improved, merged or removed?',
      empty: 'No documentation of the catalog is unread in this range.',
    },
    notFound: {
      title: 'Pages that are not there',
      question: 'Where do people arrive in vain?',
      empty: 'Nobody met a page that is not there.',
    },
    funnel: {
      title: 'From the template to the result',
      question: 'Where do people give up?',
      empty: 'Nobody looked at a template in this range. Choose a longer one.',
    },
    failures: {
      title: 'Runs that fail',
      question: 'Which templates fail, and how often?',
      empty: 'No run failed in this range.',
    },
    timeSaved: {
      title: 'Time saved',
      question: 'How many hours did templates save?',
      empty:
        'No run saved time. Say what a template saves by the annotation backstage.io/time-saved, such as PT2H.',
    },
    plugins: {
      title: 'Plugins',
      question: 'Which plugins are used, and by how many people?',
      empty: 'No plugin was visited in this range. Choose a longer one.',
    },
    sections: {
      title: 'Sections',
      question: "Which pages of the portal's own are visited?",
      empty: 'All visits were of known plugins.',
    },
    entities: {
      title: 'Entities',
      question: 'Which entities are visited?',
      empty: 'No entity was visited in this range. Choose a longer one.',
    },
    unvisited: {
      title: 'Entities that nobody visits',
      question: 'What does the catalog hold that nobody looks at?',
      empty: 'Every entity of the catalog was visited, or there is no catalog.',
    },
    advice: {
      title: 'What to do',
      question: 'Can the figures be trusted?',
      empty: 'Nothing to do: events arrive, they name users, and the catalog knows them.',
    },
    arrivals: {
      title: 'Events day by day',
      question: 'Do events arrive, and how many are refused?',
      empty: 'No event has arrived on these days. Is the analytics factory registered in the portal?',
    },
    verdicts: {
      title: 'What became of events',
      question: 'How many count, and why do others not?',
      empty: 'No event has arrived on these days.',
    },
    senders: {
      title: 'Senders',
      question: 'Which versions send, and when did they last?',
      empty: 'Nobody has sent an event yet.',
    },
    sources: {
      title: 'Catalog and maintenance',
      question: 'Do the jobs behind the figures run?',
      empty: 'Nothing is known of the catalog or the maintenance.',
    },
  } satisfies Record<string, CardTexts>,

  metrics: {
    active_users: 'People',
    adoption: 'Adoption',
    visits: 'Visits',
    searches: 'Searches',
    zero_result_share: 'Searches without result',
    template_runs: 'Template runs',
    hours_saved: 'Hours saved',
    docs_readers: 'Readers of docs',
  } as Record<string, string>,

  columns: {
    users: 'People',
    wau: 'People of 7 days',
    mau: 'People of 28 days',
    zero: 'Found nothing',
    productive: 'Found something',
    mean_rank: 'Mean place opened',
    minutes_saved: 'Minutes saved',
    median_seconds: 'Median seconds',
    createdAt: 'Known since',
    new: 'New',
    withUser: 'With a user',
    lastEvent: 'Last event',
    firstDay: 'First seen',
  } as Record<string, string>,

  headline: (
    headline: Headline,
    range: string,
    team: string | null,
    format: Format,
  ): { readonly main: string; readonly rest: string } => {
    const where = team === null ? '' : ` in ${team}`;
    const { adoption, before, active, activeBefore, members } = headline;
    if (active === null) {
      return { main: `Too few people are behind the figures${where} to show them.`, rest: '' };
    }
    if (adoption === null || members === null) {
      const than = `, after ${format.count(activeBefore)} in the time before`;
      const main = `${people(active, format)} used the portal${where} ${range}`;
      const known = activeBefore !== null && headline.direction !== 'alone' && headline.direction !== 'began';
      return { main: `${main}${known ? than : ''}.`, rest: 'How many could, only a catalog can tell.' };
    }
    const began = headline.direction === 'began' ? ' Nothing was counted in the time before.' : '';
    const rest = `${format.count(active)} of ${people(members, format)} used the portal.${began}`;
    if (headline.direction === 'grew' || headline.direction === 'shrank') {
      const verb = headline.direction === 'grew' ? 'grew' : 'fell';
      const main = `Adoption${where} ${verb} from ${format.share(before)} to ${format.share(adoption)} ${range}`;
      return { main: `${main}.`, rest };
    }
    return headline.direction === 'held'
      ? { main: `Adoption${where} stayed at ${format.share(adoption)} ${range}.`, rest }
      : { main: `Adoption${where} was ${format.share(adoption)} ${range}.`, rest };
  },
  furthestBehind: 'Furthest behind:',
  rangeInWords: (period: string | null, from: string, to: string, format: Format): string => {
    const parts = period === null ? null : /^(\d+)([dm])$/.exec(period);
    if (parts === null) {
      return `(${format.range(from, to)})`;
    }
    const count = Number(parts[1]);
    const unit = parts[2] === 'd' ? 'day' : 'month';
    return count === 1 ? `in the last ${unit}` : `in the last ${count} ${unit}s`;
  },

  change: (change: Change, unit: 'count' | 'share', format: Format): string => {
    switch (change.kind) {
      case 'unknown':
        return 'no comparison';
      case 'same':
        return 'as before';
      default:
        return unit === 'share'
          ? `${format.difference(change.by * 100)} points`
          : change.share === null
            ? format.difference(change.by)
            : `${format.difference(change.by)} (${format.relativeDifference(change.share)})`;
    }
  },
  before: (value: string): string => `before: ${value}`,

  activeUsers: {
    byDay: 'People on the day',
    users: 'People',
    wau: 'People of the 7 days up to it',
    before: 'The time before',
    incomplete: 'Not whole yet, or cut off by the range',
    label: (first: string, last: string, from: string, to: string): string =>
      `Line: from ${first} at ${from} to ${last} at ${to}. The button Table shows all figures.`,
    versions: 'Versions that came in this range:',
    version: { module: 'Module', backstage: 'Backstage' } as Record<string, string>,
  },
  newAndReturning: {
    returning: 'Returning',
    new: 'New',
    resurrected: 'Back after 28 days',
    label: (total: string, fresh: string): string =>
      `Stacked bars: ${total} in all, of whom ${fresh} are new. The button Table shows all figures.`,
  },
  adoption: {
    active: 'Active',
    before: 'Came before, not in this range',
    never: 'Never seen',
    of: (active: string, members: string): string => `${active} of ${members} people`,
    lapsed: (lapsed: number | null, format: Format): string =>
      `Lapsed, that is not here for 28 days: ${people(lapsed, format)}.`,
  },
  teams: {
    of: (active: string, members: string): string => `${active} of ${members}`,
    missing: (count: number, format: Format): string =>
      `${people(count, format)} ${count === 1 ? 'does' : 'do'} not use it`,
    why: (before: number | null, never: number | null, format: Format): string =>
      `${format.count(before)} came before, ${format.count(never)} never did`,
    choose: (team: string): string => `Show the figures of ${team}`,
    tick: 'The line in a bar: the time before',
  },
  changed: {
    plugins: 'Plugins',
    teams: 'Teams',
    none: 'Nothing has moved by more than a person.',
    people: (by: string, now: string, before: string): string => `${by} people (${before} → ${now})`,
  },
  searches: {
    productive: 'Found something',
    zero: 'Found nothing',
    unknown: 'The engine told no count',
    opened: (share: string): string => `${share} of searches led to a result that was opened`,
    rank: (rank: string): string => `on average the one in place ${rank}`,
    times: (searches: string, users: string): string => `${searches} searches by ${users} people`,
    clickThrough: (share: string): string => `${share} opened`,
  },
  docs: { readers: (readers: string, views: string): string => `${readers} readers, ${views} visits` },
  templates: {
    steps: {
      views: 'Looked at',
      opened: 'Form opened',
      submitted: 'Begun',
      completed: 'Completed',
    } as Record<string, string>,
    ofBefore: (share: string): string => `${share} of the step before`,
    failed: (failed: string, ended: string, share: string): string =>
      `${failed} of ${ended} failed (${share})`,
    hours: (hours: string): string => `${hours} h`,
    hoursInAll: (hours: string, runs: string): string => `${hours} hours saved by ${runs} runs`,
    noOutcome: 'The backend tells no outcomes: connect its events to see failures.',
  },
  visits: (users: string, visits: string): string => `${users} people, ${visits} visits`,
  atLeast: (count: string): string => `The first ${count} are shown.`,
  unvisited: (count: string, kinds: string): string => `${count} entities: ${kinds}`,
  unread: (count: string): string => `${count} without a reader`,

  health: {
    allWell: 'All is well',
    levels: { error: 'To mend', warning: 'To look at', info: 'To know' } as Record<string, string>,
    lastEvent: 'Last event',
    never: 'never',
    counted: 'Accepted',
    withUser: 'With a user',
    late: 'Late',
    rejected: 'Rejected',
    dropped: 'Dropped',
    lateHint: 'more than an hour after they happened',
    reasons: 'Why not',
    sampleUser: 'Events with a user',
    sampleKnown: 'People whom the catalog knows',
    sample: (events: string, since: string): string => `Of the newest ${events} events, since ${since}`,
    module: 'Module',
    backstage: 'Backstage',
    portal: 'Portal',
    unnamed: 'not named',
    catalog: 'Catalog',
    push: 'Last push',
    pull: 'Last pull',
    entities: 'Entities',
    totalUsers: 'People who could use the portal',
    problems: 'Problems in the catalog',
    maintenance: 'Last maintenance',
    failed: 'Chores that failed',
    none: 'none',
    field: 'What',
    value: 'Figure',
    days: (from: string): string => `Counted since ${from}`,
  },

  card: {
    table: 'Table',
    chart: 'Chart',
    csv: 'CSV',
    about: 'Definition',
    csvOf: (title: string): string => `Download “${title}” as CSV`,
    tableOf: (title: string): string => `Show “${title}” as a table`,
    aboutOf: (title: string): string => `What “${title}” means`,
    completeUntil: (time: string): string => `Complete until ${time}`,
    hiddenRows: (rows: number, fewerThan: number): string =>
      `${rows === 1 ? '1 row is' : `${rows} rows are`} hidden: fewer than ${fewerThan} people, or they would tell of so few.`,
    ignored: (filters: string): string => `Not filtered by ${filters}: people are counted whatever they did.`,
    other: (values: string): string => `the other ${values}`,
    showAll: (count: string): string => `Show all ${count}`,
    showLess: 'Show fewer',
    noDefinitions: 'This card shows what the server says of itself.',
    loading: 'Loading',
  },

  states: {
    empty: 'Nothing to show',
    hidden: (fewerThan: number): string => `Fewer than ${fewerThan} people`,
    hiddenDetail:
      'What so few people did is not shown, nor what would let one compute it. Take a filter away, or choose a team with more members.',
    failed: 'This could not be loaded',
    tooMuch: 'The range is too large for this portal',
    tooMuchDo: 'Choose a shorter range, or compare with nothing.',
    offline: 'The server does not answer',
    offlineDetail: 'Is it running, and is the network there? Nothing is lost; try again.',
    retry: 'Try again',
    shorter: 'Show the last 7 days, compared with nothing',
  },

  shell: {
    skip: 'Skip to the figures',
    navigation: 'Pages',
    filters: 'What is shown',
    range: 'Period',
    periods: {
      '7d': 'Last 7 days',
      '28d': 'Last 28 days',
      '90d': 'Last 90 days',
      '12m': 'Last 12 months',
    } as Record<string, string>,
    period: (period: string): string =>
      `Last ${Number.parseInt(period, 10)} ${period.endsWith('m') ? 'months' : 'days'}`,
    custom: 'Own dates…',
    from: 'First day',
    to: 'Last day',
    apply: 'Show',
    wrongDates: 'The first day is not after the last.',
    compare: 'Compare with',
    previous: 'the time before',
    yearBefore: 'a year before',
    nothing: 'nothing',
    since: (date: string): string => `the time from ${date}`,
    grain: 'By',
    grains: { auto: 'automatic', hour: 'hour', day: 'day', week: 'week', month: 'month' } as Record<
      string,
      string
    >,
    team: 'Team',
    everybody: 'Everybody',
    teamHint: 'Type to search by name',
    direct: 'without child teams',
    addFilter: 'Add a filter',
    filterBy: 'Filter by',
    filterNames: {
      portal: 'portal',
      team: 'team',
      plugin: 'plugin',
      kind: 'kind',
      type: 'type',
      lifecycle: 'lifecycle',
      owner: 'owner',
    } as Record<string, string>,
    value: 'Value',
    add: 'Add',
    remove: (filter: string, value: string): string => `Remove the filter ${filter}: ${value}`,
    clear: 'Remove all filters',
    theme: 'Colours',
    themes: { system: 'as the system', light: 'light', dark: 'dark' } as Record<string, string>,
    refresh: 'Load again',
    signOut: 'Sign out',
    options: (count: number): string => (count === 1 ? '1 match' : `${count} matches`),
    noOptions: 'Nothing matches',
    loading: (page: string): string => `${page} is loading.`,
    loaded: (page: string): string => `${page} is loaded.`,
    failures: (count: number): string => `${count === 1 ? '1 card' : `${count} cards`} could not be loaded.`,
    all: 'all',
  },

  signIn: {
    title: 'Sign in',
    why: 'This server wants a token of scope “read”. It is kept in this tab only, and forgotten when you sign out.',
    reasons: {
      wanted: '',
      refused: 'The token is not valid here, or not any more. Use another one.',
      scope: 'The token is valid, but may not read: it has another scope than “read”. Use one that has it.',
      'signed-out': 'You are signed out.',
    },
    token: 'Read token',
    submit: 'Sign in',
    how: 'Make one with:',
  },

  portal: {
    refused: 'You may not read these figures',
    refusedDetail: 'A policy of the portal says who may. Who looks after the portal can tell you more.',
    ownTeams: 'Look at the figures of a team of yours:',
    empty: 'No events yet',
    emptyDetail:
      'Nobody has sent an event yet. Is the analytics module registered in the app, and does it know where to send?',
  },

  firstRun: {
    title: 'No events yet',
    why: 'Nobody has sent an event to this server. Look at a generated portal first, or connect yours.',
    demoTitle: 'Look at a generated portal',
    demoWhy: 'Made-up people, teams, searches and templates, sent to this server in half a minute.',
    demo: 'Show me a generated portal',
    demoRunning: (events: string): string => `${events} events so far…`,
    demoStarting: 'Being made…',
    demoFailed: 'The portal could not be generated.',
    demoDone: 'Done. Loading the figures…',
    connectTitle: 'Connect your portal',
    connectInstall: '1. Add the module to the app:',
    connectNew: '2. Register it, in packages/app/src/App.tsx:',
    connectConfig: '3. Tell it where this server is, in app-config.yaml:',
    connectOld: 'The old frontend system and the proxy are described in the package’s README.',
    connectCatalog: '4. Push the catalog, for teams and adoption:',
    copy: 'Copy',
    copied: 'Copied',
    copyOf: (what: string): string => `Copy ${what}`,
    again: 'Look again',
  },
};

/** The texts of one language. */
export type Texts = typeof EN;

const LANGUAGES = new Map<string, Texts>([['en', EN]]);

/** Lets cards speak another language, by its ISO 639 code. */
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
