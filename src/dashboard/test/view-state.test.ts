import { describe, expect, it } from 'vitest';
import { ignoredFilters, peopleReport, report, series, urlOf } from '../view/ask.ts';
import { beginOf, defaultView, hrefOf, parseView, withFilter } from '../view/view-state.ts';

describe('address', () => {
  it.each([
    '/',
    '/?period=90d',
    '/search-and-docs?from=2026-11-01&to=2026-11-08&compare=none',
    '/?compare=2025-11-02&grain=week',
    '/?direct=true&team=group%3Adefault%2Fa&team=b&plugin=catalog&owner=group%3Adefault%2Fx',
    '/?zone=Asia%2FKolkata&portal=acme&kind=component&type=service&lifecycle=production',
  ])('%s_isItself_readAndWritten', href => {
    const { pathname, search } = new URL(href, 'http://localhost');
    expect(hrefOf(parseView(pathname, search))).toBe(href);
  });

  it.each([
    ['period=0d', '/'],
    ['period=javascript:alert(1)', '/'],
    ['from=2026-02-30&to=2026-03-02', '/'],
    ['from=2026-11-08&to=2026-11-01', '/'],
    ['from=2026-11-08', '/'],
    ['compare=yesterday', '/'],
    ['grain=minute', '/'],
    ['zone=Mars/Olympus', '/'],
    ['team=&team=%20', '/'],
    ['team=a&team=a', '/?team=a'],
    ['unknown=1&token=secret', '/'],
  ])('%s_isAsIfItWereNotThere', (search, href) => {
    expect(hrefOf(parseView('/', `?${search}`))).toBe(href);
  });

  it('values_beyondWhatTheApiTakes_areLeftOut', () => {
    const search = `?${Array.from({ length: 150 }, (_, index) => `team=t${index}`).join('&')}`;
    expect(parseView('/', search).filters.team).toHaveLength(100);
  });

  it('beginOf_countsCalendarMonths', () => {
    expect(beginOf({ period: '28d' }, '2026-11-29')).toBe('2026-11-01');
    expect(beginOf({ period: '12m' }, '2026-11-29')).toBe('2025-11-29');
    expect(beginOf({ period: '1m' }, '2026-03-31')).toBe('2026-02-28');
    expect(beginOf({ from: '2026-01-02', to: '2026-01-03' }, '2026-11-29')).toBe('2026-01-02');
  });
});

describe('question', () => {
  const view = withFilter(withFilter(defaultView('/'), 'team', ['group:default/a&b']), 'plugin', ['catalog']);

  it('report_takesAllFilters', () => {
    expect(urlOf(report('plugins'), view)).toBe(
      '/insights/plugins?period=28d&compare=previous&team=group%3Adefault%2Fa%26b&plugin=catalog',
    );
  });

  it('peopleReport_takesNoFilterOfEvents_andThePageSaysSo', () => {
    const ask = peopleReport('adoption', { limit: '500' });
    expect(urlOf(ask, view)).toBe(
      '/insights/adoption?period=28d&compare=previous&team=group%3Adefault%2Fa%26b&limit=500',
    );
    expect(ignoredFilters(ask, view)).toEqual(['plugin']);
  });

  it('series_hasTheGrainThatFits_unlessOneIsChosen', () => {
    expect(urlOf(series('active-users'), defaultView('/'))).toContain('grain=day');
    expect(urlOf(series('active-users'), parseView('/', '?period=12m'))).toContain('grain=week');
    expect(urlOf(series('active-users'), parseView('/', '?grain=month'))).toContain('grain=month');
  });

  it('ownParameters_winOverTheViews', () => {
    expect(urlOf(report('techdocs', { compare: 'none' }), defaultView('/'))).toBe(
      '/insights/techdocs?period=28d&compare=none',
    );
  });
});
