import type { Row } from '../report/answer.ts';
import type { CardTexts, Texts } from '../texts.ts';
import type { Tools } from './card.ts';
import { define } from './card.ts';
import { kindOf, UntouchedCard } from './untouched-card.ts';

/** Of the organisation rather than of software: nobody has to look at them. */
const PEOPLE = ['group', 'user'];

/** Entities of the catalog that nobody visited, software first. */
export class UnvisitedCard extends UntouchedCard {
  protected override own(texts: Texts): CardTexts {
    return texts.cards.unvisited;
  }

  protected override ordered(rows: readonly Row[]): readonly Row[] {
    const last = (row: Row): number => (PEOPLE.includes(kindOf(row)) ? 1 : 0);
    return [...rows].sort((one, other) => last(one) - last(other));
  }

  protected override count(rows: readonly Row[], { texts, format }: Tools): string {
    const kinds = new Map<string, number>();
    rows.forEach(row => kinds.set(kindOf(row), (kinds.get(kindOf(row)) ?? 0) + 1));
    const counts = [...kinds].map(([kind, count]) => `${format.count(count)} ${kind}`);
    return texts.unvisited(format.count(rows.length), counts.join(', '));
  }
}

define('hc-unvisited', UnvisitedCard);
