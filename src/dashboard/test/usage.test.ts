import { describe, expect, it } from 'vitest';
import { usageOf } from '../report/usage.ts';
import { answer } from './answers.ts';

const visits = answer('entities', {
  rows: [{ entity: 'component:default/petstore', users: 51, visits: 168 }],
  previous: { rows: [{ entity: 'component:default/petstore', users: 9, visits: 12 }] },
});
const nobody = { rows: [], total: { readers: 0 } };

describe('usage', () => {
  it('visits_withThoseBefore', () => {
    expect(usageOf({ visits })).toEqual([
      { name: 'visitors', value: 51, before: 9 },
      { name: 'views', value: 168, before: 12 },
    ]);
  });

  it('noRow_isNobody', () => {
    const none = answer('entities', { rows: [], total: { users: 0, visits: 0 } });
    expect(usageOf({ visits: none }).map(({ value }) => value)).toEqual([0, 0]);
  });

  it('hidden_isNeverZero', () => {
    const hidden = answer('entities', { rows: [], hidden: 1, total: { users: null, visits: null } });
    expect(usageOf({ visits: hidden }).map(({ value }) => value)).toEqual([null, null]);
  });

  it('documentationThatNobodyRead_isLeftOut', () => {
    expect(usageOf({ visits, docs: answer('techdocs', nobody) })).toHaveLength(2);
    const docs = answer('techdocs', { rows: [{ entity: 'component:default/petstore', readers: 7 }] });
    expect(usageOf({ visits, docs }).at(-1)).toEqual({ name: 'readers', value: 7, before: null });
  });

  it('runs_ofATemplate', () => {
    const runs = answer('templates', {
      rows: [{ template: 'template:default/service', submitted: 29, completed: 25, failed: 4 }],
    });
    const facts = Object.fromEntries(usageOf({ visits, runs }).map(({ name, value }) => [name, value]));
    expect(facts).toMatchObject({ runs: 29, completed: 25, failed: 4 });
  });
});
