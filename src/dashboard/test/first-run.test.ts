import { describe, expect, it } from 'vitest';
import { isEmptyServer } from '../shell/empty.ts';
import { portalConfig } from '../shell/first-run.ts';
import { answer } from './answers.ts';

const NOBODY = { portal: 'default', zone: 'UTC', senders: [], changes: [] };

function summary(value: number | null): unknown {
  return answer('summary', {
    rows: [{ metric: 'visits', value, previous: 0 }],
    hidden: value === null ? 1 : 0,
  });
}

describe('empty server', () => {
  it('noSender_andNothingCounted_isEmpty', () => {
    expect(isEmptyServer([NOBODY, summary(0)])).toBe(true);
  });

  it('sender_orVisit_orLastEvent_isNot', () => {
    const sender = { module: null, backstage: null, firstDay: '2026-01-01', lastEvent: null };
    expect(isEmptyServer([{ ...NOBODY, senders: [sender] }, summary(0)])).toBe(false);
    expect(isEmptyServer([NOBODY, summary(1)])).toBe(false);
    expect(isEmptyServer([{ ...NOBODY, lastEvent: '2026-01-01T00:00:00Z' }])).toBe(false);
  });

  it('hiddenFigures_areNotNothing', () => {
    expect(isEmptyServer([summary(null)])).toBe(false);
  });

  it('otherAnswers_sayNothing', () => {
    expect(isEmptyServer([answer('plugins', { rows: [] }), undefined])).toBe(false);
  });
});

describe('configuration to copy', () => {
  it.each([
    'http://localhost:8080',
    'http://127.0.0.1:8080',
    'http://[::1]:8080',
    'http://housecount.localhost',
  ])('%s_wantsNoToken', origin => {
    expect(portalConfig(origin)).toContain(`endpoint: ${origin}`);
    expect(portalConfig(origin)).not.toContain('Authorization');
  });

  it.each(['https://abc123.execute-api.eu-central-1.amazonaws.com', 'https://localhost.example.com'])(
    '%s_isReachedThroughTheProxy_whichHasTheToken',
    origin => {
      expect(portalConfig(origin)).toContain(`target: ${origin}`);
      expect(portalConfig(origin)).toContain('Authorization: Bearer ${HOUSECOUNT_WRITE_TOKEN}');
    },
  );
});
