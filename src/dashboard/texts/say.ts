import { CARDS } from './cards.ts';
import { FRAME } from './frame.ts';
import { WORDS } from './words.ts';

/** All messages, in English. Whoever translates them has the same keys. */
export const MESSAGES = { ...WORDS, ...FRAME, cards: CARDS };

/** Says a message by its key, such as `card.completeUntil`, with values filled in; `count` chooses its plural. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** Messages by key, or by the first part of their keys. */
export interface MessageTree {
  readonly [name: string]: string | MessageTree;
}

/** Says messages of a table in a language. */
export function sayer(messages: MessageTree, language: string): Say {
  const plurals = new Intl.PluralRules(language);
  return (key, values = {}) => {
    const { count } = values;
    const plural = typeof count === 'number' ? `_${plurals.select(count)}` : '';
    const found =
      find(messages, key + plural) ?? find(messages, `${key}_other`) ?? find(messages, key) ?? key;
    return found.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
  };
}

function find(messages: MessageTree, key: string): string | undefined {
  let found: string | MessageTree | undefined = messages;
  for (const part of key.split('.')) {
    found = typeof found === 'object' ? found[part] : undefined;
  }
  return typeof found === 'string' ? found : undefined;
}

/** What is said with values only. */
const FILLED = /\{\{/;

/** A table's own shape, each message said; those with values or plurals are said where the values are known. */
export function said<T extends MessageTree>(tree: T, prefix: string, say: Say): T {
  const entries = Object.entries(tree).map(([name, message]) => {
    const key = `${prefix}.${name}`;
    const text =
      typeof message !== 'string' ? said(message, key, say) : FILLED.test(message) ? message : say(key);
    return [name, text];
  });
  return Object.fromEntries(entries) as T;
}
