import { housecountTranslationRef } from './translation.ts';

/**
 * A title that is translated: from Backstage 1.57 on it may be a message, which is what the translation ref makes of
 * its key; before, refs are no functions and titles are texts.
 */
export function titled(key: string, english: string): string {
  const ref: unknown = housecountTranslationRef;
  // The blueprint's types are those of the version that this is built with.
  return typeof ref === 'function' ? (ref as (key: string) => string)(key) : english;
}
