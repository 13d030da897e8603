/**
 * Housecount's figures inside a Backstage portal, for the old frontend system.
 *
 * @packageDocumentation
 */
export {
  EntityHousecountTeamContent,
  EntityHousecountUsageCard,
  HousecountColleaguesCard,
  HousecountPage,
  housecountPlugin,
  isHousecountUsageAvailable,
} from './legacyPlugin.tsx';
export { housecountTranslationRef, type HousecountMessages } from './translation.ts';
