import { useMemo } from 'react';
import type { Texts } from '../../../../dashboard/texts.ts';
import { textsOf } from '../../../../dashboard/texts.ts';

/** The cards' texts, and how figures and dates are written. */
export function useTexts(): { readonly texts: Texts; readonly locale: string } {
  return useMemo(() => ({ texts: textsOf('en'), locale: 'en' }), []);
}
