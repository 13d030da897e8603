import type { Answer, Row } from '../report/answer.ts';
import { ownRows, textOf } from '../report/answer.ts';
import { ADOPTION } from '../pages/overview.ts';
import type { Client } from '../server/client.ts';
import type { Ask } from '../view/ask.ts';
import { report, urlOf } from '../view/ask.ts';
import type { Option } from '../view/options.ts';
import { nameOf } from '../view/options.ts';
import type { Filter, ViewState } from '../view/view-state.ts';
import { FILTERS, withFilter } from '../view/view-state.ts';

/** Where the values of a filter are found: a report, and the column that has them. */
const SOURCES: Partial<Record<Filter, readonly [Ask, string]>> = {
  team: [ADOPTION, 'team'],
  plugin: [report('plugins'), 'plugin'],
  kind: [report('entities'), 'kind'],
  type: [report('entities'), 'type'],
  lifecycle: [report('entities'), 'lifecycle'],
  owner: [report('entities'), 'owner'],
};

/** What is known of teams, plugins and entities from the answers that came, for people to choose from. */
export class Known {
  readonly #titles = new Map<string, string>();

  constructor(private readonly client: Client) {}

  /** How people call a team, or another value. */
  name(filter: Filter, value: string): string {
    return this.#titles.get(value) ?? (filter === 'team' || filter === 'owner' ? nameOf(value) : value);
  }

  /** Takes the names of teams from an answer. */
  learn(answer: unknown): void {
    const { report: name, rows } = (answer ?? {}) as Partial<Answer>;
    if (name === 'adoption' && rows !== undefined) {
      rows.forEach(row => this.#learnTeam(row));
    }
  }

  #learnTeam(row: Row): void {
    const [team, title] = [textOf(row, 'team'), textOf(row, 'title')];
    if (team !== '' && title !== '') {
      this.#titles.set(team, title);
    }
  }

  /** The values of a filter, of the same range without any filter; the answers of most pages have them already. */
  async options(filter: Filter, view: ViewState, signal: AbortSignal): Promise<readonly Option[]> {
    const source = SOURCES[filter];
    if (source === undefined) {
      return [];
    }
    const [ask, column] = source;
    const all = FILTERS.filter(name => name !== 'portal').reduce(
      (each, name) => withFilter(each, name, []),
      view,
    );
    const answer = await this.client.get<Answer>(urlOf(ask, all), signal);
    this.learn(answer);
    const values = new Set(ownRows(answer).map(row => textOf(row, column)));
    return [...values].filter(Boolean).map(value => ({ value, label: this.name(filter, value) }));
  }
}
