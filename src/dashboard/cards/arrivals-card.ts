import { chart } from '../chart/chart.ts';
import type { Series } from '../chart/options.ts';
import { timeOption } from '../chart/options.ts';
import type { Health } from '../report/health.ts';
import { placeOf } from '../report/periods.ts';
import type { CardTexts, Texts } from '../texts.ts';
import type { Child } from '../ui/h.ts';
import type { Tools } from './card.ts';
import { define } from './card.ts';
import type { HealthAnswers } from './health-card.ts';
import { HealthCard } from './health-card.ts';
import { legend } from './legend.ts';
import type { CardTable } from './table.ts';

const PARTS = ['accepted', 'rejected', 'dropped'] as const;
const COLUMNS = ['accepted', 'withUser', 'late', 'rejected', 'dropped'] as const;

/** How many events arrived on each day. */
export class ArrivalsCard extends HealthCard {
  protected override own(texts: Texts): CardTexts {
    return texts.cards.arrivals;
  }

  protected override isEmpty({ health }: HealthAnswers): boolean {
    return health.days.every(day => PARTS.every(part => (day[part] ?? 0) === 0));
  }

  protected override table({ health }: HealthAnswers): CardTable {
    const counts = COLUMNS.map(name => ({ name, type: 'count' as const }));
    return {
      columns: [{ name: 'period', type: 'text' }, ...counts],
      rows: health.days.map(day => [day.date, ...COLUMNS.map(name => day[name])]),
      grain: 'day',
    };
  }

  protected override drawHealth(health: Health, tools: Tools): readonly Child[] {
    const { texts, format, palette, animated } = tools;
    const dates = health.days.map(({ date }) => date);
    const series = seriesOf(health, tools);
    const today = dates.at(-1);
    const option = {
      labels: dates.map(date => format.day(date)),
      series,
      whole: dates.map(date => date !== today),
      marks: health.changes
        .map(({ date, what, version }) => ({
          place: date < health.from ? -1 : placeOf(date, dates, health.to),
          label: `${texts.activeUsers.version[what] ?? what} ${version}`,
        }))
        .filter(({ place }) => place >= 0),
      format: (value: number) => format.number(value),
    };
    const label = `${texts.health.counted}: ${format.count(health.counts.accepted)}. ${texts.health.days(format.date(health.from))}.`;
    const items = series.map(({ name, colour }) => ({ name, colour, shape: 'box' as const }));
    return [legend(items), chart(timeOption(option, palette, animated), label)];
  }
}

function seriesOf({ days }: Health, { texts, palette }: Tools): readonly Series[] {
  const names = {
    accepted: texts.health.counted,
    rejected: texts.health.rejected,
    dropped: texts.health.dropped,
  };
  const colours = { accepted: palette.first, rejected: palette.second, dropped: palette.before };
  return PARTS.map(part => ({
    name: names[part],
    points: days.map(day => day[part]),
    colour: colours[part],
    shape: 'bar',
    stack: 'events',
  }));
}

define('hc-arrivals', ArrivalsCard);
