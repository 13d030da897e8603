import { useApi } from '@backstage/core-plugin-api';
import { appLanguageApiRef, useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useMemo } from 'react';
import type { Say } from '../../../../dashboard/texts/say.ts';
import type { Texts } from '../../../../dashboard/texts.ts';
import { addTexts, textsFrom } from '../../../../dashboard/texts.ts';
import { housecountTranslationRef } from '../translation.ts';
import { localeOf } from './locale.ts';

/** The texts in the portal's language, and how figures and dates are written. */
export interface Speech {
  readonly texts: Texts;
  /** A BCP 47 tag. */
  readonly locale: string;
  readonly say: Say;
}

/** By the portal's own translation: its language, and its own messages where it has some. */
export function useTexts(): Speech {
  const { t } = useTranslationRef(housecountTranslationRef);
  const language = useApi(appLanguageApiRef);
  return useMemo(() => {
    const locale = localeOf(language.getLanguage().language, navigator.languages);
    const say = t as unknown as Say;
    const texts = textsFrom(say);
    // Cards find their texts by language.
    addTexts(locale.split('-')[0] ?? 'en', texts);
    return { texts, locale, say };
  }, [t, language]);
}
