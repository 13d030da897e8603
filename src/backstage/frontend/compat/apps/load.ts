import housecountPlugin, { housecountTranslationRef } from 'backstage-plugin-housecount';
import {
  EntityHousecountTeamContent,
  EntityHousecountUsageCard,
  HousecountColleaguesCard,
  HousecountPage,
  housecountPlugin as legacyPlugin,
  isHousecountUsageAvailable,
} from 'backstage-plugin-housecount/legacy';

/** Executed, not only bundled: what the package says when it is loaded with the packages of a release. */
const components = [HousecountPage, EntityHousecountUsageCard, EntityHousecountTeamContent, HousecountColleaguesCard];
if (components.some(component => component === undefined) || legacyPlugin.getId() !== 'housecount') {
  throw new Error('the package exports something else for the old system');
}
if (housecountPlugin.$$type !== '@backstage/FrontendPlugin' || housecountTranslationRef.id !== 'plugin.housecount') {
  throw new Error('the package exports something else for the new system');
}
const group = { apiVersion: 'backstage.io/v1alpha1', kind: 'Group', metadata: { name: 'team' } };
if (isHousecountUsageAvailable(group) || !isHousecountUsageAvailable({ ...group, kind: 'API' })) {
  throw new Error('the card is for other entities');
}
