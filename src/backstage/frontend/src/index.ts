/**
 * Housecount's figures inside a Backstage portal, for the new frontend system; the old one's are in `/legacy`.
 *
 * @packageDocumentation
 */
export { housecountPlugin as default } from './plugin.tsx';
export { housecountTranslationRef, type HousecountMessages } from './translation.ts';
