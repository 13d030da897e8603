import type { Answer, Figures } from './answer.ts';
import { numberOf, previousOf } from './answer.ts';

/** What is known of an entity's use: its visits, and where it has them, its documentation's readers and its runs. */
export interface UsageAnswers {
  /** Of the report `entities`, of this entity only. */
  readonly visits: Answer;
  /** People by period, of the report `active-users`. */
  readonly trend?: Answer | undefined;
  /** Of the report `techdocs`. */
  readonly docs?: Answer | undefined;
  /** Of the report `templates`. */
  readonly runs?: Answer | undefined;
}

/** A figure of an entity's use. */
export interface UsageFact {
  readonly name: 'visitors' | 'views' | 'readers' | 'runs' | 'completed' | 'failed';
  /** null: too few people are behind it. */
  readonly value: number | null;
  /** null: too few people, or nothing to compare with. */
  readonly before: number | null;
}

const SOURCES = [
  ['visitors', 'visits', 'users'],
  ['views', 'visits', 'visits'],
  ['readers', 'docs', 'readers'],
  ['runs', 'runs', 'submitted'],
  ['completed', 'runs', 'completed'],
  ['failed', 'runs', 'failed'],
] as const;

/** The figures that are there, in their order; of documentation that nobody read, none. */
export function usageOf(answers: UsageAnswers): readonly UsageFact[] {
  return SOURCES.flatMap(([name, source, column]) => {
    const answer = answers[source];
    if (answer === undefined || (source === 'docs' && figure(answer, column) === 0)) {
      return [];
    }
    const previous = previousOf(answer);
    return [{ name, value: figure(answer, column), before: previous && figure(previous, column) }];
  });
}

/** The only row is about the entity, also where too few people make it the rest; no row is nobody. */
function figure(figures: Pick<Figures, 'rows' | 'hidden'>, column: string): number | null {
  const [row] = figures.rows;
  return row === undefined ? (figures.hidden.rows > 0 ? null : 0) : numberOf(row, column);
}
