import type { Cell, Column } from '../report/answer.ts';

/** What stands for a figure that is hidden or unknown. */
export const NOTHING = '–';

/** Writes figures and dates as a reader of a locale expects, times in the portal's zone. */
export class Format {
  private readonly counts: Intl.NumberFormat;
  private readonly numbers: Intl.NumberFormat;
  private readonly shares: Intl.NumberFormat;
  private readonly days: Intl.DateTimeFormat;
  private readonly daysOfYear: Intl.DateTimeFormat;
  private readonly months: Intl.DateTimeFormat;
  private readonly times: Intl.DateTimeFormat;
  private readonly relative: Intl.RelativeTimeFormat;

  constructor(
    readonly locale: string,
    readonly zone: string,
  ) {
    this.counts = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
    this.numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
    this.shares = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
    // Local dates have no zone: they are read and written in the same one.
    this.days = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short' });
    this.daysOfYear = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'medium' });
    this.months = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'short', year: 'numeric' });
    this.times = new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: 'medium', timeStyle: 'short' });
    this.relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  }

  /** A whole number. */
  count(value: number | null): string {
    return value === null ? NOTHING : this.counts.format(value);
  }

  /** A number with at most one digit behind the point, none where it is large. */
  number(value: number | null): string {
    return value === null ? NOTHING : (Math.abs(value) >= 100 ? this.counts : this.numbers).format(value);
  }

  /** A share from 0 to 1, in whole percent. Nearly nobody is not nobody, nor nearly all everybody. */
  share(value: number | null): string {
    if (value === null) {
      return NOTHING;
    }
    const shown = value > 0 && value < 0.005 ? 0.001 : value < 1 && value >= 0.995 ? 0.999 : value;
    return shown === value ? this.shares.format(value) : this.fine(shown);
  }

  private fine(value: number): string {
    return new Intl.NumberFormat(this.locale, { style: 'percent', maximumFractionDigits: 1 }).format(value);
  }

  /** A difference with its sign. */
  difference(value: number): string {
    return this.signed({ maximumFractionDigits: Math.abs(value) >= 100 ? 0 : 1 }).format(value);
  }

  /** A difference as a share of what was before, with its sign: `+12%`. */
  relativeDifference(share: number): string {
    return this.signed({ style: 'percent', maximumFractionDigits: 1 }).format(share);
  }

  private signed(options: Intl.NumberFormatOptions): Intl.NumberFormat {
    return new Intl.NumberFormat(this.locale, { ...options, signDisplay: 'exceptZero' });
  }

  /** A local date, `YYYY-MM-DD`, within the year. */
  day(date: string): string {
    return this.days.format(new Date(`${date.slice(0, 10)}T00:00:00Z`));
  }

  /** A local date with its year. */
  date(date: string): string {
    return this.daysOfYear.format(new Date(`${date.slice(0, 10)}T00:00:00Z`));
  }

  /** The days of a range, of which the second is the day behind the last. */
  range(from: string, to: string): string {
    const first = new Date(`${from}T00:00:00Z`);
    return this.daysOfYear.formatRange(first, new Date(Date.parse(`${to}T00:00:00Z`) - 86_400_000));
  }

  /** A moment, ISO 8601, in the portal's zone. */
  time(moment: string): string {
    return this.times.format(new Date(moment));
  }

  /** How long ago a moment is, in the largest unit that fits. */
  ago(moment: string, now: string): string {
    const seconds = (Date.parse(moment) - Date.parse(now)) / 1000;
    const units = [
      ['day', 86_400],
      ['hour', 3_600],
      ['minute', 60],
    ] as const;
    const [unit, size] = units.find(([, each]) => Math.abs(seconds) >= each) ?? ['second', 1];
    return this.relative.format(Math.trunc(seconds / size), unit);
  }

  /** A period of a series by its label and grain. */
  period(label: string, grain: string | null): string {
    if (grain === 'month') {
      return this.months.format(new Date(`${label.slice(0, 10)}T00:00:00Z`));
    }
    return grain === 'hour' ? `${this.day(label)} ${label.slice(11, 16)}` : this.day(label);
  }

  /** A cell as its column means it. */
  cell(cell: Cell, column: Column): string {
    if (cell === null) {
      return NOTHING;
    }
    if (typeof cell === 'number') {
      return column.type === 'share'
        ? this.share(cell)
        : column.type === 'count'
          ? this.count(cell)
          : this.number(cell);
    }
    return column.type === 'time' ? this.time(cell) : cell;
  }
}
