import type { Answer, Row } from '../report/answer.ts';
import { numberOf, ownRows, previousOf, textOf } from '../report/answer.ts';
import { changeOf } from '../report/change.ts';
import type { Child } from '../ui/h.ts';
import { h } from '../ui/h.ts';
import { changeText } from './change-text.ts';
import type { Tools } from './card.ts';
import type { RankingAnswers } from './ranking-card.ts';
import { RankingCard } from './ranking-card.ts';

/** A ranking by people who visited, each compared with the time before. */
export abstract class VisitsCard extends RankingCard {
  protected override readonly figure = 'users';
  #before: ReadonlyMap<string, number | null> | null = null;

  /** The column that names a row. */
  protected abstract readonly key: string;

  protected override draw(answers: RankingAnswers, tools: Tools): readonly Child[] {
    this.#before = before(answers.ranking, this.key);
    return super.draw(answers, tools);
  }

  protected override note(row: Row, tools: Tools): Child {
    const { texts, format } = tools;
    const text = texts.visits(format.count(numberOf(row, 'users')), format.count(numberOf(row, 'visits')));
    const change = changeOf(numberOf(row, 'users'), this.#before?.get(textOf(row, this.key)) ?? null);
    return change.kind === 'unknown' ? text : h('span', {}, `${text} `, changeText(change, 'count', tools));
  }
}

function before(answer: Answer, key: string): ReadonlyMap<string, number | null> | null {
  const previous = previousOf(answer);
  return previous && new Map(ownRows(previous).map(row => [textOf(row, key), numberOf(row, 'users')]));
}
