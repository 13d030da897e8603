import { describe, expect, it } from 'vitest';
import type { Row } from '../report/answer.ts';
import { membersOf, missingTeams, parentOf } from '../report/teams.ts';
import { answer } from './answers.ts';

function team(name: string, members: number | null, active: number | null): Row {
  const adoption = members === null || active === null ? null : active / members;
  return { team: name, members, active, adoption };
}

function missing(...rows: readonly Row[]): readonly unknown[] {
  return missingTeams(answer('adoption', { rows })).map(row => row['team']);
}

describe('missing teams', () => {
  it('lowestAdoption_first_ofTwoAlikeTheLarger', () => {
    const rows = [team('a', 20, 10), team('b', 10, 1), team('c', 40, 20), team('d', 10, 9)];
    expect(missing(...rows)).toEqual(['b', 'c', 'a']);
  });

  it('smallTeams_giveWayToLargeEnoughOnes', () => {
    const rows = [team('tiny', 5, 0), team('a', 10, 9), team('b', 11, 9), team('c', 12, 9)];
    expect(missing(...rows)).toEqual(['c', 'b', 'a']);
  });

  it('tooFewLargeTeams_smallOnesAreShown', () => {
    expect(missing(team('tiny', 5, 0), team('a', 10, 9))).toEqual(['tiny', 'a']);
  });

  it('everybody_hiddenTeams_andTeamsWithoutAnybodyMissing_areNone', () => {
    const everybody: Row = { team: null, members: 100, active: 10, adoption: 0.1 };
    expect(missing(everybody, team('hidden', null, null), team('full', 10, 10))).toEqual([]);
  });

  it('theTeamAskedFor_isNotBehindItself', () => {
    const rows = [team('a', 20, 2), team('b', 10, 5)];
    const asked = answer('adoption', { rows, filters: { team: ['a'] } });
    expect(missingTeams(asked).map(row => row['team'])).toEqual(['b']);
  });

  it('parent_isNamedByTheRowOfItsTeam', () => {
    const rows = [
      { team: 'group:default/tribe', title: 'Tribe', parent: null },
      { team: 'group:default/squad', title: 'Squad', parent: 'group:default/tribe' },
      { team: 'group:default/pair', title: 'Pair', parent: 'group:default/elsewhere' },
    ];
    const adoption = answer('adoption', { rows });
    expect(rows.map(row => parentOf(adoption, row))).toEqual([
      null,
      { ref: 'group:default/tribe', title: 'Tribe' },
      { ref: 'group:default/elsewhere', title: '' },
    ]);
  });

  it('members_areActiveOrCameBeforeOrNever_whoeverLapsedWithinTheRange', () => {
    expect(membersOf({ members: 7, active: 6, lapsed: 1, never: 1 })).toEqual({
      active: 6,
      before: 0,
      never: 1,
    });
    expect(membersOf({ members: null, active: null, never: null }).before).toBeNull();
  });
});
