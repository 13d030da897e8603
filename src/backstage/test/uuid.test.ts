import { expect, it } from 'vitest';
import { isSampled } from '../src/session.js';
import { uuidv7 } from '../src/uuid.js';

it('starts with the time and sorts by it, also when the clock is set back', () => {
  const millis = Date.now() + 10_000;
  const ids = [millis, millis, millis - 5_000, millis + 1].map(uuidv7);
  expect(parseInt(ids[0].replace('-', '').slice(0, 12), 16)).toBe(millis);
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(4);
});

it('stays in order beyond 4096 ids in one millisecond', () => {
  const millis = Date.now() + 20_000;
  const ids = Array.from({ length: 10_000 }, () => uuidv7(millis));
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(10_000);
});

it('counts the given share of sessions', () => {
  const sessions = Array.from({ length: 4_000 }, () => uuidv7(0));
  const share = sessions.filter(session => isSampled(session, 0.25)).length / sessions.length;
  expect(share).toBeGreaterThan(0.2);
  expect(share).toBeLessThan(0.3);
  expect(sessions.every(session => isSampled(session, 1))).toBe(true);
});
