import { chart } from '../chart/chart.ts';
import type { Mark, Points, Series } from '../chart/options.ts';
import { timeOption } from '../chart/options.ts';
import type { Answer } from '../report/answer.ts';
import { numberOf, previousOf, textOf } from '../report/answer.ts';
import type { VersionChange, Versions } from '../report/health.ts';
import { localHour, placeOf, wholePeriods } from '../report/periods.ts';
import type { CardTexts, Texts } from '../texts.ts';
import type { Child } from '../ui/h.ts';
import { h } from '../ui/h.ts';
import type { Tools } from './card.ts';
import { Card, define } from './card.ts';
import type { LegendItem } from './legend.ts';
import { legend } from './legend.ts';

interface Answers {
  readonly activeUsers: Answer;
  /** Versions that came, where they are known. */
  readonly versions?: Versions;
}

/** How many people use the portal, period by period, and how many did before. */
export class ActiveUsersCard extends Card<Answers> {
  protected override own(texts: Texts): CardTexts {
    return texts.cards.activeUsers;
  }

  protected override main({ activeUsers }: Answers): Answer {
    return activeUsers;
  }

  protected override isEmpty({ activeUsers }: Answers): boolean {
    return numberOf(activeUsers.total, 'users') === 0;
  }

  protected override draw({ activeUsers, versions }: Answers, tools: Tools): readonly Child[] {
    const { texts, format, palette, animated } = tools;
    const periods = activeUsers.rows.map(row => textOf(row, 'period'));
    const whole = wholePeriods(activeUsers, localHour(activeUsers.completeUntil, activeUsers.zone));
    const labels = periods.map(period => format.period(period, activeUsers.grain));
    const series = seriesOf(activeUsers, tools);
    const changes = changesIn(activeUsers, versions);
    const marks = marksOf(changes, periods, activeUsers.to, texts);
    const option = { labels, series, whole, marks, format: (value: number) => format.number(value) };
    const points = lead(series).points;
    const label = texts.activeUsers.label(
      labels[0] ?? '',
      labels.at(-1) ?? '',
      format.count(points[0] ?? null),
      format.count(points.at(-1) ?? null),
    );
    return [
      legend(legendOf(series, whole.every(Boolean), texts)),
      chart(timeOption(option, palette, animated), label),
      versionList(changes, tools),
    ];
  }
}

function lead(series: readonly Series[]): Series {
  return series.find(({ shape }) => shape === 'area') ?? { name: '', points: [], colour: '', shape: 'area' };
}

/** By day the people of a week say more than weekdays and weekends do: they lead, and days are bars. */
function seriesOf(answer: Answer, { texts, palette }: Tools): readonly Series[] {
  const byDay = answer.columns.some(({ name }) => name === 'wau');
  const column = byDay ? 'wau' : 'users';
  const words = texts.activeUsers;
  const main: Series = {
    name: byDay ? words.wau : words.users,
    points: pointsOf(answer.rows, column),
    colour: palette.first,
    shape: 'area',
  };
  const days: Series = {
    name: words.byDay,
    points: pointsOf(answer.rows, 'users'),
    colour: palette.fourth,
    shape: 'bar',
  };
  const before = (previousOf(answer)?.rows ?? []).slice(0, answer.rows.length);
  const earlier: Series = {
    name: words.before,
    points: pointsOf(before, column),
    colour: palette.before,
    shape: 'thin',
  };
  return [...(byDay ? [days] : []), ...(before.length > 0 ? [earlier] : []), main];
}

function pointsOf(rows: Answer['rows'], column: string): Points {
  return rows.map(row => numberOf(row, column));
}

function legendOf(series: readonly Series[], whole: boolean, texts: Texts): readonly LegendItem[] {
  const shapes = { area: 'line', line: 'line', thin: 'dotted', bar: 'box' } as const;
  const items = series.map(({ name, colour, shape }) => ({ name, colour, shape: shapes[shape] }));
  const incomplete: LegendItem = {
    name: texts.activeUsers.incomplete,
    colour: lead(series).colour,
    shape: 'dashed',
  };
  return whole ? items : [...items, incomplete];
}

function changesIn({ from, to }: Answer, versions: Versions | undefined): readonly VersionChange[] {
  return (versions?.changes ?? []).filter(({ date }) => date >= from && date < to);
}

/** Versions that came in the same period share a line. */
function marksOf(
  changes: readonly VersionChange[],
  periods: readonly string[],
  to: string,
  texts: Texts,
): readonly Mark[] {
  const byPlace = new Map<number, string[]>();
  for (const change of changes) {
    const place = placeOf(change.date, periods, to);
    if (place >= 0) {
      byPlace.set(place, [...(byPlace.get(place) ?? []), nameOf(change, texts)]);
    }
  }
  return [...byPlace].map(([place, names]) => ({ place, label: names.join(', ') }));
}

function nameOf({ what, version }: VersionChange, texts: Texts): string {
  return `${texts.activeUsers.version[what] ?? what} ${version}`;
}

function versionList(changes: readonly VersionChange[], { texts, format }: Tools): Child {
  const names = changes.map(change => `${nameOf(change, texts)} (${format.day(change.date)})`);
  return names.length > 0 && h('p', { class: 'quiet' }, `${texts.activeUsers.versions} ${names.join(', ')}`);
}

define('hc-active-users', ActiveUsersCard);
