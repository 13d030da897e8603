import { describe, expect, it } from 'vitest';
import { isHidden, ownRows, previousOf } from '../report/answer.ts';
import { answer } from './answers.ts';

describe('answer', () => {
  const now = { members: 10, active: 5, adoption: 0.5 };

  it('previous_wherePeopleWereButNobodyDidAnything_isNone', () => {
    const before = { members: 10, active: 0, adoption: 0, lapsed: 0, never: 10 };
    expect(previousOf(answer('adoption', { total: now, previous: { total: before } }))).toBeNull();
  });

  it('previous_hidden_isNotNothing', () => {
    const before = { members: null, active: null, adoption: null };
    expect(previousOf(answer('adoption', { total: now, previous: { total: before } }))).not.toBeNull();
  });

  it('hidden_onlyWhereAllRowsAre', () => {
    const rows = [
      { team: 'a', members: null },
      { team: 'b', members: 7 },
    ];
    expect(isHidden(answer('adoption', { rows, hidden: 1 }))).toBe(false);
    expect(isHidden(answer('adoption', { rows, hidden: 2 }))).toBe(true);
    expect(isHidden(answer('adoption', { rows: [] }))).toBe(false);
  });

  it('ownRows_areWithoutTheRest', () => {
    const rows = [{ plugin: 'other' }, { plugin: 'other' }];
    expect(ownRows(answer('plugins', { rows, other: 3 }))).toHaveLength(1);
    expect(ownRows(answer('plugins', { rows }))).toHaveLength(2);
  });
});
