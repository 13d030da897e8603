import { createTranslationRef, type TranslationRef } from '@backstage/core-plugin-api/alpha';
import { ENGLISH } from './messages/english.ts';
import { flat } from './messages/flat.ts';

/**
 * Messages by their keys, such as `card.table`.
 *
 * @public
 */
export type HousecountMessages = { readonly [key: string]: string };

/**
 * The plugin's messages, for portals that say them otherwise or in another language. German is there already: an app
 * offers it by `availableLanguages`. Keys and English texts are those that `getDefaultMessages` of a translation
 * resource lists; each may be replaced alone.
 *
 * @public
 */
export const housecountTranslationRef: TranslationRef<'plugin.housecount', HousecountMessages> = createTranslationRef({
  id: 'plugin.housecount',
  messages: flat(ENGLISH) as HousecountMessages,
  translations: { de: () => import('./messages/de.ts') },
});
