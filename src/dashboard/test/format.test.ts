import { describe, expect, it } from 'vitest';
import { Format, NOTHING } from '../ui/format.ts';

const british = new Format('en-GB', 'Asia/Kolkata');
const german = new Format('de-DE', 'Europe/Berlin');

describe('format', () => {
  it('figures_areWrittenAsTheLocaleDoes', () => {
    expect(british.count(12345)).toBe('12,345');
    expect(german.count(12345)).toBe('12.345');
    expect(german.number(1.25)).toBe('1,3');
    expect(german.share(0.4627)).toBe('46\u00a0%');
  });

  it('hidden_isNeverZero', () => {
    expect([british.count(null), british.share(null), british.number(null)]).toEqual([
      NOTHING,
      NOTHING,
      NOTHING,
    ]);
  });

  it('share_nearlyNobody_isNotNobody', () => {
    expect([0, 0.0004, 0.996, 1].map(share => british.share(share))).toEqual(['0%', '0.1%', '99.9%', '100%']);
  });

  it('times_areThePortalsZone_datesHaveNone', () => {
    expect(british.time('2026-11-28T20:00:00Z')).toBe('29 Nov 2026, 01:30');
    expect(british.day('2026-11-28')).toBe('28 Nov');
  });

  it('range_endsOnTheDayBeforeTo', () => {
    expect(british.range('2026-11-01', '2026-11-29').replace(/\s/g, ' ')).toBe(
      '1 – 28 Nov 2026'.replace(/\s/g, ' '),
    );
  });

  it('periods_areNamedByTheirGrain', () => {
    expect(british.period('2026-11-01', 'month')).toBe('Nov 2026');
    expect(british.period('2026-11-01T14:00+01:00', 'hour')).toBe('1 Nov 14:00');
  });

  it('ago_isInTheLargestUnit', () => {
    const now = '2026-11-29T12:00:00Z';
    expect(british.ago('2026-11-29T11:59:30Z', now)).toBe('30 seconds ago');
    expect(british.ago('2026-11-29T09:00:00Z', now)).toBe('3 hours ago');
    expect(british.ago('2026-11-26T09:00:00Z', now)).toBe('3 days ago');
  });
});
