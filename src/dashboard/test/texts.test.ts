import { describe, expect, it } from 'vitest';
import { addTexts, textsFrom, textsOf } from '../texts.ts';
import { MESSAGES, sayer, type MessageTree } from '../texts/say.ts';

describe('texts', () => {
  it('values_areFilledIn', () => {
    expect(textsOf('en').visits('5', '9')).toBe('5 people, 9 visits');
    expect(textsOf('en').card.csvOf('$& {{title}}')).toBe('Download “$& {{title}}” as CSV');
  });

  it.each([
    [1, '1 row is hidden: fewer than 5 people, or they would tell of so few.'],
    [2, '2 rows are hidden: fewer than 5 people, or they would tell of so few.'],
    [0, '0 rows are hidden: fewer than 5 people, or they would tell of so few.'],
  ])('plural_of_%i', (count, text) => {
    expect(textsOf('en').card.hiddenRows(count, 5)).toBe(text);
  });

  it('pluralOfALanguage_asItCounts', () => {
    const polish = { shell: { options_one: '{{count}} wynik', options_few: '{{count}} wyniki' } };
    addTexts('pl', textsFrom(sayer({ ...MESSAGES, ...polish } as MessageTree, 'pl')));
    expect([1, 2].map(count => textsOf('pl-PL').shell.options(count))).toEqual(['1 wynik', '2 wyniki']);
  });

  it('unknownMessage_isItsKey', () => {
    expect(sayer({}, 'en')('shell.nowhere')).toBe('shell.nowhere');
  });
});
