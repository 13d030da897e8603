import { describe, expect, it } from 'vitest';
import type { Row } from '../report/answer.ts';
import { movesOf } from '../report/moves.ts';
import { answer } from './answers.ts';

const PLUGINS = { name: 'plugin', figure: 'users' };

function plugin(name: string, users: number | null): Row {
  return { plugin: name, users };
}

describe('moves', () => {
  it('largestDifference_first_whicheverWay', () => {
    const rows = [plugin('a', 10), plugin('b', 50), plugin('c', 20)];
    const previous = { rows: [plugin('a', 20), plugin('b', 45), plugin('c', 20)] };
    const moves = movesOf(answer('plugins', { rows, previous }), PLUGINS);
    expect(moves.map(({ name, by }) => [name, by])).toEqual([
      ['a', -10],
      ['b', 5],
    ]);
  });

  it('newAndGone_areFromAndToNobody', () => {
    const given = { rows: [plugin('new', 7)], previous: { rows: [plugin('gone', 9)] } };
    const moves = movesOf(answer('plugins', given), PLUGINS);
    expect(moves.map(({ name, now, before }) => [name, now, before])).toEqual([
      ['gone', 0, 9],
      ['new', 7, 0],
    ]);
  });

  it('absentWhereARestIs_isUnknown_andNoMove', () => {
    const rest = { rows: [plugin('other', 3)], other: { values: 2 } };
    const given = { rows: [plugin('a', 30)], previous: rest };
    expect(movesOf(answer('plugins', given), PLUGINS)).toEqual([]);
  });

  it('nothingBefore_isNoMove', () => {
    const given = { rows: [plugin('a', 30)], previous: { rows: [], total: { users: 0 } } };
    expect(movesOf(answer('plugins', given), PLUGINS)).toEqual([]);
  });

  it('hidden_isNoMove', () => {
    const given = { rows: [plugin('a', null)], hidden: 1, previous: { rows: [plugin('a', 40)] } };
    expect(movesOf(answer('plugins', given), PLUGINS)).toEqual([]);
  });

  it('onePerson_isChance_andNoComparison_isNone', () => {
    const given = { rows: [plugin('a', 11)], previous: { rows: [plugin('a', 10)] } };
    expect(movesOf(answer('plugins', given), PLUGINS)).toEqual([]);
    expect(movesOf(answer('plugins', { rows: given.rows, previous: null }), PLUGINS)).toEqual([]);
  });
});
