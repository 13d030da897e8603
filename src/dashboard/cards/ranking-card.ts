import type { Answer, Row } from '../report/answer.ts';
import { numberOf, OTHER, ownRows, textOf } from '../report/answer.ts';
import type { Child } from '../ui/h.ts';
import { h } from '../ui/h.ts';
import { nameOf } from '../view/options.ts';
import type { Bar } from './bars.ts';
import { barList } from './bars.ts';
import type { Links } from './card-data.ts';
import type { Tools } from './card.ts';
import { Card } from './card.ts';
import { Unfolding } from './unfolding.ts';

/** The answer that a ranking shows. */
export interface RankingAnswers {
  readonly ranking: Answer;
}

const SHOWN = 8;

/** A ranking of values: a bar each, the rest of them in words. */
export abstract class RankingCard extends Card<RankingAnswers> {
  readonly #unfolding = new Unfolding(SHOWN);

  /** The column whose figures the bars show. */
  protected abstract readonly figure: string;

  /** What is said of a row below its bar. */
  protected abstract note(row: Row, tools: Tools): Child;

  /** What is said of all. */
  protected lead(_answer: Answer, _tools: Tools): Child {
    return null;
  }

  /** The rows that are shown, in their order. */
  protected rows(answer: Answer): readonly Row[] {
    return ownRows(answer);
  }

  protected value(row: Row, { format }: Tools): string {
    return format.number(numberOf(row, this.figure));
  }

  protected tone(_tools: Tools): string | undefined {
    return undefined;
  }

  protected override main({ ranking }: RankingAnswers): Answer {
    return ranking;
  }

  protected override isEmpty({ ranking }: RankingAnswers): boolean {
    return this.rows(ranking).length === 0 && ranking.other === undefined;
  }

  protected override draw({ ranking }: RankingAnswers, tools: Tools): readonly Child[] {
    const rows = this.rows(ranking);
    const largest = Math.max(...rows.map(row => numberOf(row, this.figure) ?? 0));
    const bars = rows.map(row => this.#bar(row, largest, tools));
    return [
      this.lead(ranking, tools),
      ...this.#unfolding.show(bars, shown => barList(shown, true), tools),
      this.#rest(ranking, tools),
    ];
  }

  #bar(row: Row, largest: number, tools: Tools): Bar {
    const tone = this.tone(tools);
    return {
      name: titleOf(row),
      share: (numberOf(row, this.figure) ?? 0) / largest,
      figure: this.value(row, tools),
      note: this.note(row, tools),
      href: linkOf(row, tools.link),
      ...(tone === undefined ? {} : { tone }),
    };
  }

  #rest(answer: Answer, tools: Tools): Child {
    const rest = answer.other === undefined ? undefined : answer.rows.at(-1);
    if (rest === undefined || answer.other === undefined) {
      return null;
    }
    const name = tools.texts.card.other(tools.format.count(answer.other.values));
    return h('p', { class: 'quiet' }, `+ ${name}: `, this.note(rest, tools));
  }
}

/** Rows with a title are about an entity, whose ref is in the first cell. */
function linkOf(row: Row, link: Links): string | null {
  const [ref] = Object.values(row);
  return 'title' in row && typeof ref === 'string' ? link(ref) : null;
}

/** A row's title, else the name in its ref, else its first cell. */
function titleOf(row: Row): string {
  const [first] = Object.values(row);
  const value = String(first ?? '');
  const title = textOf(row, 'title');
  return title || (value === OTHER || !('title' in row) ? value : nameOf(value));
}
