import { describe, expect, it } from 'vitest';
import { grainFor, localHour, placeOf, wholePeriods } from '../report/periods.ts';
import { answer } from './answers.ts';

function whole(grain: string, labels: readonly string[], to: string, now: string): readonly boolean[] {
  const rows = labels.map(period => ({ period }));
  return wholePeriods(answer('active-users', { grain, rows, from: labels[0] ?? '', to }), now);
}

describe('whole periods', () => {
  it('days_allButToday', () => {
    expect(whole('day', ['2026-11-27', '2026-11-28'], '2026-11-29', '2026-11-28T15')).toEqual([true, false]);
    expect(whole('day', ['2026-11-27', '2026-11-28'], '2026-11-29', '2026-11-29T00')).toEqual([true, true]);
  });

  it('weeks_cutOffAtEitherEdge_areNot', () => {
    const labels = ['2026-11-04', '2026-11-09', '2026-11-16', '2026-11-23'];
    expect(whole('week', labels, '2026-11-29', '2026-11-29T00')).toEqual([false, true, true, false]);
    expect(whole('week', labels, '2026-11-30', '2026-11-30T00')).toEqual([false, true, true, true]);
  });

  it('months_ofAnyLength', () => {
    const labels = ['2026-01-15', '2026-02-01', '2026-03-01'];
    expect(whole('month', labels, '2026-04-01', '2026-04-01T00')).toEqual([false, true, true]);
    expect(whole('month', ['2026-12-01'], '2027-01-01', '2026-12-31T23')).toEqual([false]);
  });

  it('hours_untilTheOneThatIsGoingOn', () => {
    const labels = ['2026-11-29T01:00+01:00', '2026-11-29T02:00+01:00'];
    expect(whole('hour', labels, '2026-11-30', '2026-11-29T02')).toEqual([true, false]);
  });
});

describe('times', () => {
  it('localHour_isTheZones_alsoPastMidnight', () => {
    expect(localHour('2026-11-28T23:30:00Z', 'Europe/Berlin')).toBe('2026-11-29T00');
    expect(localHour('2026-11-29T02:30:00Z', 'America/New_York')).toBe('2026-11-28T21');
    expect(localHour('2026-11-28T18:30:00Z', 'Asia/Kolkata')).toBe('2026-11-29T00');
  });

  it('placeOf_isThePeriodThatHasTheDate', () => {
    const labels = ['2026-11-02', '2026-11-09', '2026-11-16'];
    expect(placeOf('2026-11-12', labels, '2026-11-23')).toBe(1);
    expect(placeOf('2026-11-22', labels, '2026-11-23')).toBe(2);
    expect(placeOf('2026-11-23', labels, '2026-11-23')).toBe(-1);
    expect(placeOf('2026-11-01', labels, '2026-11-23')).toBe(-1);
  });

  it('grain_fitsTheRange', () => {
    expect([1, 28, 90, 366, 800].map(grainFor)).toEqual(['hour', 'day', 'week', 'week', 'month']);
  });
});
