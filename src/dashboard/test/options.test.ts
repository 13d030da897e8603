import { describe, expect, it } from 'vitest';
import { matchingOptions, nameOf } from '../view/options.ts';

const TEAMS = [
  { value: 'group:default/retail-checkout', label: 'Retail Checkout' },
  { value: 'group:default/checkout', label: 'Checkout' },
  { value: 'group:default/kaesefreunde', label: 'Käsefreunde' },
];

function found(typed: string): readonly string[] {
  return matchingOptions(TEAMS, typed).map(({ label }) => label);
}

describe('options', () => {
  it('nothingTyped_all_inTheirOrder', () => {
    expect(found(' ')).toEqual(['Retail Checkout', 'Checkout', 'Käsefreunde']);
  });

  it('beginnings_first', () => {
    expect(found('check')).toEqual(['Checkout', 'Retail Checkout']);
  });

  it('everyWord_anywhere_inTitleOrRef', () => {
    expect(found('checkout ret')).toEqual(['Retail Checkout']);
    expect(found('default/check')).toEqual(['Checkout']);
  });

  it('caseAndMarks_doNotCount', () => {
    expect(found('KASE')).toEqual(['Käsefreunde']);
    expect(found('käse')).toEqual(['Käsefreunde']);
  });

  it('limit_holds', () => {
    expect(matchingOptions(TEAMS, '', 2)).toHaveLength(2);
  });

  it.each([
    ['group:default/team-a', 'team-a'],
    ['team-a', 'team-a'],
    ['group:team-a', 'team-a'],
    ['strange/', 'strange/'],
  ])('name_of_%s', (ref, name) => {
    expect(nameOf(ref)).toBe(name);
  });
});
