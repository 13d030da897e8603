import type { Answer } from '../report/answer.ts';
import type { Texts } from '../texts.ts';
import type { Format } from '../ui/format.ts';
import type { CardTable } from './table.ts';
import { columnTitle } from './table.ts';

/** What is said below a card's figures, beside what their answer says. */
export interface Said {
  readonly ignored: readonly string[];
  readonly notes: readonly string[];
  /** Whether hidden rows are to be told of. */
  readonly hidden: boolean;
}

/** What the columns mean, by their names for people. */
export function definitionsOf(table: CardTable | null, texts: Texts): readonly (readonly [string, string])[] {
  return (table?.columns ?? []).flatMap(({ name, definition }) =>
    definition ? [[columnTitle(texts, name), definition] as const] : [],
  );
}

/** The lines below a card's figures. */
export function footerOf(main: Answer | null, said: Said, texts: Texts, format: Format): readonly string[] {
  const names = said.ignored.map(name => texts.shell.filterNames[name] ?? name);
  const hidden = main?.hidden ?? { rows: 0, fewerThan: 0 };
  return [
    ...(main === null ? [] : [texts.card.completeUntil(format.time(main.completeUntil))]),
    ...(said.hidden && hidden.rows > 0 ? [texts.card.hiddenRows(hidden.rows, hidden.fewerThan)] : []),
    ...(names.length > 0 ? [texts.card.ignored(names.join(', '))] : []),
    ...said.notes,
  ];
}
