import { ConfigReader } from '@backstage/config';
import { expect, it } from 'vitest';
import { readSettings } from '../src/settings';

const ALL = { baseUrl: 'https://housecount.example.com/', writeToken: 'w', readToken: 'r' };

const read = (housecount: object | undefined) =>
  readSettings(new ConfigReader(housecount && { housecount: { ...housecount } }));

it('reads what is needed', () => {
  expect(read(ALL)).toEqual({ ...ALL, baseUrl: 'https://housecount.example.com' });
});

it.each(Object.keys(ALL))('says that %s is missing', key => {
  expect(() => read({ ...ALL, [key]: undefined })).toThrow(`housecount.${key}`);
});

it('says that nothing is set', () => {
  expect(() => read(undefined)).toThrow("'housecount'");
});

it.each(['housecount.example.com', 'ftp://a', 'https://user:secret@a', 'https://a?token=secret'])(
  'takes %s for no address, and does not repeat it',
  baseUrl => {
    expect(() => read({ ...ALL, baseUrl })).toThrow(/^'housecount.baseUrl' is no http/);
  },
);
