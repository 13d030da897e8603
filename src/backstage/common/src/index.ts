/**
 * What the Housecount plugins of a portal's backend and of its app both know.
 *
 * @packageDocumentation
 */
export {
  RESOURCE_TYPE_HOUSECOUNT_TEAM,
  housecountInsightsReadPermission,
  housecountPermissions,
  housecountTeamInsightsReadPermission,
} from './permissions';
