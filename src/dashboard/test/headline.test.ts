import { describe, expect, it } from 'vitest';
import type { Answer, Row } from '../report/answer.ts';
import { headlineOf } from '../report/headline.ts';
import { textsOf } from '../texts.ts';
import { Format } from '../ui/format.ts';
import { answer } from './answers.ts';

const format = new Format('en-GB', 'UTC');
const texts = textsOf('en');

function sentence(active: Row, adoption: Answer, team: string | null = null): string {
  const summary = answer('summary', { rows: [{ metric: 'active_users', ...active }] });
  const words = texts.headline(headlineOf(summary, adoption), 'in the last 28 days', team, format);
  return `${words.main} ${words.rest}`.trim();
}

function adoption(total: Row, before: Row | null): Answer {
  return answer('adoption', { total, previous: before && { total: before } });
}

describe('headline', () => {
  it('adoption_higher_grew', () => {
    const now = adoption({ members: 201, active: 93, adoption: 0.4627 }, { active: 80, adoption: 0.41 });
    expect(sentence({ value: 95, previous: 80 }, now)).toBe(
      'Adoption grew from 41% to 46% in the last 28 days. 93 of 201 people used the portal.',
    );
  });

  it('adoption_lower_fell_andNamesTheTeam', () => {
    const now = adoption({ members: 10, active: 3, adoption: 0.3 }, { active: 5, adoption: 0.5 });
    expect(sentence({ value: 3, previous: 5 }, now, 'Payments')).toMatch(
      /^Adoption in Payments fell from 50% to 30%/,
    );
  });

  it('adoption_lessThanHalfAPointAway_stayed', () => {
    const now = adoption({ members: 1000, active: 404, adoption: 0.404 }, { active: 400, adoption: 0.4 });
    expect(sentence({ value: 404, previous: 400 }, now)).toMatch(/^Adoption stayed at 40%/);
  });

  it('adoption_halfAPointAway_isNews', () => {
    const now = adoption({ members: 1000, active: 410, adoption: 0.41 }, { active: 405, adoption: 0.405 });
    expect(sentence({ value: 410, previous: 405 }, now)).toMatch(/^Adoption grew/);
  });

  it('adoption_noComparison_was', () => {
    const now = adoption({ members: 10, active: 5, adoption: 0.5 }, null);
    expect(sentence({ value: 5, previous: null }, now)).toMatch(/^Adoption was 50% in the last 28 days/);
  });

  it('nothingBefore_isABeginning_andNoGrowth', () => {
    const now = adoption({ members: 10, active: 5, adoption: 0.5 }, { members: 10, active: 0, adoption: 0 });
    expect(sentence({ value: 5, previous: 0 }, now)).toBe(
      'Adoption was 50% in the last 28 days. 5 of 10 people used the portal. Nothing was counted in the time before.',
    );
  });

  it('noCatalog_countsPeople', () => {
    const now = adoption({ members: null, active: null, adoption: null }, { adoption: null });
    expect(sentence({ value: 1, previous: 12 }, now)).toMatch(
      /^1 person used the portal in the last 28 days, after 12 in the time before\./,
    );
  });

  it('hidden_saysSo_andNoFigure', () => {
    const now = adoption({ members: null, active: null, adoption: null }, null);
    expect(sentence({ value: null, previous: null }, now)).toBe(
      'Too few people are behind the figures to show them.',
    );
  });
});
