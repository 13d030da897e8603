import type { PortalEvent } from './event.js';

/** What input methods show while a term is being composed, and what they may make of it. */
const CONVERSIONS: [RegExp, RegExp][] = [
  [/^[\p{sc=Latn}'’ ]+$/u, /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u],
  [/^[\p{sc=Hira}\p{sc=Kana}\p{sc=Latn}ー]+$/u, /^[\p{sc=Han}\p{sc=Kana}]/u],
  [/^[\p{sc=Bopo}\u02c7\u02ca\u02cb\u02d9 ]+$/u, /^\p{sc=Han}/u],
  // A final consonant becomes the first of the next syllable (NFKD).
  [/^[\u11a8-\u11ff]+$/, /^[\u1100-\u1112]/],
];

/**
 * Whether an action is a search: one of its words is `search`, in any case. Words are what stands
 * between characters that are no letters or digits, and at the borders within camelCase. The server
 * has the same rule (SearchActions.java).
 */
export function isSearch(action: string): boolean {
  return action
    .replace(/([\p{Ll}\p{Nd}])(?=\p{Lu})/gu, '$1 ')
    .replace(/(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1 ')
    .split(/[^\p{L}\p{Nd}]+/u)
    .some(word => word.toLowerCase() === 'search');
}

/**
 * Whether a search is the one before it, typed on or composed by an input method. Where the page
 * does not tell of composing, the scripts do.
 */
export function isTypedOn(before: PortalEvent, after: PortalEvent, wasComposing: boolean): boolean {
  return (
    isSearch(after.action) &&
    after.action === before.action &&
    after.context.pluginId === before.context.pluginId &&
    (wasComposing || isContinued(term(before), term(after)))
  );
}

function isContinued(before: string, after: string): boolean {
  let same = 0;
  while (same < before.length && before[same] === after[same]) {
    same++;
  }
  const [typed, made] = [before.slice(same), after.slice(same)];
  return !typed || CONVERSIONS.some(([from, to]) => from.test(typed) && to.test(made));
}

/** Without accents, which some keyboards add afterwards. */
function term(event: PortalEvent): string {
  return event.subject
    .trim()
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '');
}
