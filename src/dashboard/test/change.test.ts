import { describe, expect, it } from 'vitest';
import { changeOf } from '../report/change.ts';
import { textsOf } from '../texts.ts';
import { Format } from '../ui/format.ts';

const format = new Format('en-GB', 'UTC');

describe('change', () => {
  it.each([
    [null, 3, 'no comparison'],
    [3, null, 'no comparison'],
    [0, 0, 'as before'],
    [5, 0, '+5'],
    [12, 10, '+2 (+20%)'],
    [1000, 2000, '-1,000 (-50%)'],
  ])('count_%s_before_%s', (value, before, words) => {
    expect(textsOf('en').change(changeOf(value, before), 'count', format)).toBe(words);
  });

  it('share_isInPoints', () => {
    expect(textsOf('en').change(changeOf(0.464, 0.41), 'share', format)).toBe('+5.4 points');
  });

  it('locale_writesItsOwnSigns', () => {
    const german = new Format('de-DE', 'UTC');
    expect(textsOf('de').change(changeOf(1500, 1000), 'count', german)).toBe('+500 (+50\u00a0%)');
  });
});
