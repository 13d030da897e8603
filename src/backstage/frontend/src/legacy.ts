/**
 * Housecount's figures inside a Backstage portal, for the old frontend system.
 *
 * @packageDocumentation
 */
export { HousecountPage, housecountPlugin } from './legacyPlugin.tsx';
