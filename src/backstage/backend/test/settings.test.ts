import { ConfigReader } from '@backstage/config';
import { expect, it } from 'vitest';
import { readSettings } from '../src/settings';

const ALL = { baseUrl: 'https://housecount.example.com/', writeToken: 'w', readToken: 'r', catalogToken: 'c' };

const read = (housecount?: object) =>
  readSettings(new ConfigReader(housecount && { housecount: { ...ALL, ...housecount } }), 0.5);

it('needs an address and tokens', () => {
  expect(read({})).toEqual({
    baseUrl: 'https://housecount.example.com',
    writeToken: 'w',
    readToken: 'r',
    catalog: {
      token: 'c',
      fields: [],
      schedule: {
        frequency: { minutes: 30 },
        timeout: { minutes: 30 },
        initialDelay: { seconds: 45 },
        scope: 'global',
      },
    },
    runs: { agents: new Set() },
  });
});

it.each(Object.keys(ALL))('says that %s is missing, or empty', key => {
  expect(() => read({ [key]: undefined })).toThrow(`'housecount.${key}'`);
  expect(() => read({ [key]: '' })).toThrow(`'housecount.${key}'`);
});

it('says what is missing first where nothing is set', () => {
  expect(() => read()).toThrow("'housecount.baseUrl'");
});

it.each(['housecount.example.com', 'ftp://a', 'https://user:secret@a', 'https://a?token=secret'])(
  'takes %s for no address, and does not repeat it',
  baseUrl => {
    expect(() => read({ baseUrl })).toThrow(/^'housecount.baseUrl' is no http or https address without [a-z, ]+$/);
  },
);

it('pushes when and what is said', () => {
  const schedule = { frequency: { cron: '0 3 * * *' }, timeout: 'PT1H', scope: 'local' };
  const { catalog } = read({ catalog: { schedule, fields: ['spec.system'] } });
  expect(catalog).toMatchObject({
    schedule: { frequency: { cron: '0 3 * * *' }, scope: 'local' },
    fields: ['spec.system'],
  });
  expect(() => read({ catalog: { schedule: { timeout: 'PT1H' } } })).toThrow('frequency');
});

it('does without what is turned off', () => {
  const off = { enabled: false };
  const { catalog, runs } = read({ catalogToken: undefined, catalog: off, runs: off });
  expect([catalog, runs]).toEqual([undefined, undefined]);
});

it('knows agents in any spelling', () => {
  const { runs } = read({ runs: { agents: ['Robot', 'user:Corp/Helper'] } });
  expect(runs?.agents).toEqual(new Set(['user:default/robot', 'user:corp/helper']));
  expect(() => read({ runs: { agents: ['a:b:c/'] } })).toThrow("'housecount.runs.agents'");
});
