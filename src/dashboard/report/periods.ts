import type { Answer } from './answer.ts';
import { textOf } from './answer.ts';

/** How much time one row of a series is about. */
export type Grain = 'hour' | 'day' | 'week' | 'month';

/** All grains, the finest first. */
export const GRAINS: readonly Grain[] = ['hour', 'day', 'week', 'month'];

const DAY = 86_400_000;

/** Days between two local dates. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/** A local date some days later, or earlier. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
}

/** The grain that shows a range in some tens of points. */
export function grainFor(days: number): Grain {
  return days <= 2 ? 'hour' : days <= 35 ? 'day' : days <= 400 ? 'week' : 'month';
}

/** The day on which a whole period that has this day ends, exclusive. */
function endOf(label: string, grain: Grain): string {
  const date = label.slice(0, 10);
  const day = new Date(Date.parse(date));
  if (grain === 'week') {
    return addDays(date, 7 - ((day.getUTCDay() + 6) % 7));
  }
  if (grain === 'month') {
    return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 1)).toISOString().slice(0, 10);
  }
  return addDays(date, 1);
}

function isBeginning(label: string, grain: Grain): boolean {
  const day = new Date(Date.parse(label.slice(0, 10)));
  return grain === 'week' ? day.getUTCDay() === 1 : grain === 'month' ? day.getUTCDate() === 1 : true;
}

/**
 * Whether each row's period is whole: neither cut off at the range's edge nor still going on.
 *
 * @param localNow - the local date and time, `YYYY-MM-DDTHH`, up to which events are counted
 */
export function wholePeriods(answer: Answer, localNow: string): readonly boolean[] {
  const grain = (answer.grain ?? 'day') as Grain;
  return answer.rows.map(row => {
    const label = textOf(row, 'period');
    const cut = !isBeginning(label, grain) || endOf(label, grain) > answer.to;
    const open =
      grain === 'hour' ? label.slice(0, 13) >= localNow : endOf(label, grain) > localNow.slice(0, 10);
    return !cut && !open;
  });
}

/** A moment as local date and hour, `YYYY-MM-DDTHH`. */
export function localHour(moment: string, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(moment));
  const part = (type: string): string => parts.find(each => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}`;
}

/** The place of the period that has a date, in labels that ascend; -1 where none has. */
export function placeOf(date: string, labels: readonly string[], to: string): number {
  if (date >= to) {
    return -1;
  }
  return labels.reduce((found, label, index) => (label.slice(0, 10) <= date ? index : found), -1);
}
