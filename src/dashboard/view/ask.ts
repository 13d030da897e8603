import { grainFor } from '../report/periods.ts';
import type { Filter, ViewState } from './view-state.ts';
import { commonParameters, daysOf, FILTERS } from './view-state.ts';

/** A question to the API: a path, and parameters beside those of the view. */
export interface Ask {
  readonly path: string;
  readonly parameters?: Readonly<Record<string, string>>;
  /** The filters of the view that it takes. */
  readonly takes: readonly Filter[];
  /** Whether it is about the view's range. */
  readonly ranged: boolean;
  /** Whether it is a series, whose grain the view chooses. */
  readonly series?: boolean;
}

const PEOPLE: readonly Filter[] = ['portal', 'team'];

/** A report that takes all filters. */
export function report(name: string, parameters: Readonly<Record<string, string>> = {}): Ask {
  return { path: `/insights/${name}`, parameters, takes: FILTERS, ranged: true };
}

/** A report about people, which takes portal and team only. */
export function peopleReport(name: string, parameters: Readonly<Record<string, string>> = {}): Ask {
  return { path: `/insights/${name}`, parameters, takes: PEOPLE, ranged: true };
}

/** A series of a report that takes all filters. */
export function series(name: string): Ask {
  return { ...report(name), series: true };
}

/** A question about the portal, whatever the range. */
export function ofPortal(path: string): Ask {
  return { path, takes: ['portal'], ranged: false };
}

/** The address of a question in a view. */
export function urlOf(ask: Ask, view: ViewState): string {
  const query = ask.ranged ? commonParameters(view) : new URLSearchParams();
  for (const name of ask.takes) {
    // What is not ranged is no report: it takes one portal.
    const values = ask.ranged ? view.filters[name] : view.filters[name].slice(0, 1);
    values.forEach(value => query.append(name, value));
  }
  if (ask.series === true) {
    query.set('grain', view.grain ?? grainFor(daysOf(view.range)));
  }
  Object.entries(ask.parameters ?? {}).forEach(([name, value]) => query.set(name, value));
  const text = query.toString();
  return text === '' ? ask.path : `${ask.path}?${text}`;
}

/** The view's filters that a question passes over, in their order. */
export function ignoredFilters(ask: Ask, view: ViewState): readonly Filter[] {
  return FILTERS.filter(name => view.filters[name].length > 0 && !ask.takes.includes(name));
}
