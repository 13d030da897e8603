import { describe, expect, it } from 'vitest';
import { localeOf } from '../src/host/locale.ts';
import german from '../src/messages/de.ts';
import { ENGLISH } from '../src/messages/english.ts';
import { flat } from '../src/messages/flat.ts';

const english = flat(ENGLISH);
const valuesOf = (message = ''): readonly string[] => (message.match(/\{\{\w+\}\}/g) ?? []).sort();

describe('German', () => {
  it('says every message, with the same values', () => {
    expect(Object.keys(german).sort()).toEqual(Object.keys(english).sort());
    const different = Object.keys(english).filter(
      // Of one thing a number need not be said.
      key => !key.endsWith('_one') && String(valuesOf(german[key])) !== String(valuesOf(english[key])),
    );
    expect(different).toEqual([]);
  });

  it('leaves nothing in English', () => {
    const names = /^(Plugins?|Portal|Team|Backstage|CSV|Definition|Version|Housecount|Teams)$/;
    const same = Object.keys(english).filter(
      key => german[key] === english[key] && /[a-z]{4}/i.test(String(english[key]).replaceAll(/\{\{\w+\}\}/g, '')),
    );
    expect(same.filter(key => !names.test(String(english[key])))).toEqual([]);
  });
});

describe('the locale', () => {
  it.each([
    ['en', ['de-DE', 'en-GB'], 'en-GB'],
    ['de', ['en-GB'], 'de'],
    ['de-CH', ['de-DE'], 'de-CH'],
    ['en', [], 'en'],
  ])('of %s for a reader of %s is %s', (language, preferred, locale) => {
    expect(localeOf(language, preferred)).toBe(locale);
  });
});
