import { GRAINS } from '../report/periods.ts';
import type { Grain } from '../report/periods.ts';

/** The filters of reports; each may have several values, of which any will do. */
export const FILTERS = ['portal', 'team', 'plugin', 'kind', 'type', 'lifecycle', 'owner'] as const;

/** A filter by its parameter's name. */
export type Filter = (typeof FILTERS)[number];

/** The range: a period up to yesterday, or local dates, the last one exclusive. */
export type Range = { readonly period: string } | { readonly from: string; readonly to: string };

/** What is shown, as it stands in the address. */
export interface ViewState {
  readonly path: string;
  readonly range: Range;
  /** `previous`, `none`, or the date on which the other range begins. */
  readonly compare: string;
  /** null: as fits the range. */
  readonly grain: Grain | null;
  /** null: the portal's. */
  readonly zone: string | null;
  /** Whether a team's child teams are left out. */
  readonly direct: boolean;
  readonly filters: Readonly<Record<Filter, readonly string[]>>;
}

/** The periods that the page offers. */
export const PERIODS = ['7d', '28d', '90d', '12m'] as const;

const PERIOD = /^[1-9]\d{0,3}[dm]$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Values of one filter: as many as the API takes. */
const MOST_VALUES = 100;
const DEFAULT_PERIOD = '28d';

/** A page without any choice. */
export function defaultView(path: string): ViewState {
  const filters = Object.fromEntries(FILTERS.map(name => [name, []])) as unknown as ViewState['filters'];
  return {
    path,
    range: { period: DEFAULT_PERIOD },
    compare: 'previous',
    grain: null,
    zone: null,
    direct: false,
    filters,
  };
}

/** Reads an address; what cannot be read is as if it were not there. */
export function parseView(path: string, search: string): ViewState {
  const given = new URLSearchParams(search);
  const grain = given.get('grain');
  const compare = given.get('compare') ?? '';
  return {
    path,
    range: range(given),
    compare: compare === 'none' || isDate(compare) ? compare : 'previous',
    grain: GRAINS.find(each => each === grain) ?? null,
    zone: zone(given.get('zone')),
    direct: given.get('direct') === 'true',
    filters: Object.fromEntries(FILTERS.map(name => [name, values(given, name)])) as ViewState['filters'],
  };
}

function values(given: URLSearchParams, name: string): readonly string[] {
  return [...new Set(given.getAll(name).map(value => value.trim()))].filter(Boolean).slice(0, MOST_VALUES);
}

function range(given: URLSearchParams): Range {
  const from = given.get('from') ?? '';
  const to = given.get('to') ?? '';
  if (isDate(from) && isDate(to) && from < to) {
    return { from, to };
  }
  const period = given.get('period') ?? '';
  return { period: PERIOD.test(period) ? period : DEFAULT_PERIOD };
}

/** Whether a text is a date of the calendar. */
export function isDate(text: string): boolean {
  const time = DATE.test(text) ? Date.parse(text) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function zone(name: string | null): string | null {
  if (!name) {
    return null;
  }
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name;
  } catch {
    return null;
  }
}

/** The address of a view: what is as by default is left out, so that one view has one address. */
export function hrefOf(view: ViewState): string {
  const query = commonParameters(view);
  if ('period' in view.range && view.range.period === DEFAULT_PERIOD) {
    query.delete('period');
  }
  if (view.compare === 'previous') {
    query.delete('compare');
  }
  if (view.grain !== null) {
    query.set('grain', view.grain);
  }
  for (const name of FILTERS) {
    view.filters[name].forEach(value => query.append(name, value));
  }
  const text = query.toString();
  return text === '' ? view.path : `${view.path}?${text}`;
}

/** Parameters of the API that are not about one report: range, comparison, zone, child teams. */
export function commonParameters(view: ViewState): URLSearchParams {
  const query = new URLSearchParams('period' in view.range ? { period: view.range.period } : view.range);
  query.set('compare', view.compare);
  if (view.zone !== null) {
    query.set('zone', view.zone);
  }
  if (view.direct && view.filters.team.length > 0) {
    query.set('direct', 'true');
  }
  return query;
}

/** The same view with other values of one filter. */
export function withFilter(view: ViewState, name: Filter, chosen: readonly string[]): ViewState {
  return { ...view, filters: { ...view.filters, [name]: chosen } };
}

/** About how many days a range has; of months as many as they have at most. */
export function daysOf(range: Range): number {
  if ('from' in range) {
    return Math.round((Date.parse(range.to) - Date.parse(range.from)) / 86_400_000);
  }
  const count = Number.parseInt(range.period, 10);
  return range.period.endsWith('m') ? Math.round(count * 30.5) : count;
}

/** The first day of a range; of a period as seen on a local date. */
export function beginOf(range: Range, today: string): string {
  if ('from' in range) {
    return range.from;
  }
  const day = new Date(Date.parse(today));
  const count = Number.parseInt(range.period, 10);
  if (range.period.endsWith('d')) {
    day.setUTCDate(day.getUTCDate() - count);
    return day.toISOString().slice(0, 10);
  }
  const month = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() - count, 1));
  const last = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0)).getUTCDate();
  month.setUTCDate(Math.min(day.getUTCDate(), last));
  return month.toISOString().slice(0, 10);
}
