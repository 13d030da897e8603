import type { BasicPermission, ResourcePermission } from '@backstage/plugin-permission-common';

// Written out, not made by `createPermission`, so that browsers load nothing for them.

/**
 * To read figures about how the portal is used, at all. It is basic, since apps ask for it while they start, to show
 * or hide the page, and an answer with conditions would stop them.
 *
 * @public
 */
export const housecountInsightsReadPermission: BasicPermission = {
  type: 'basic',
  name: 'housecount.insights.read',
  attributes: { action: 'read' },
};

/**
 * What {@link housecountTeamInsightsReadPermission} is about: a team, named by the group's entity ref.
 *
 * @public
 */
export const RESOURCE_TYPE_HOUSECOUNT_TEAM = 'housecount-team';

/**
 * Whose figures may be read: allowed, everybody's; on conditions, those of teams that meet them, such as teams that
 * the person is in.
 *
 * @public
 */
export const housecountTeamInsightsReadPermission: ResourcePermission<typeof RESOURCE_TYPE_HOUSECOUNT_TEAM> = {
  type: 'resource',
  name: 'housecount.team-insights.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_HOUSECOUNT_TEAM,
};

/**
 * Both.
 *
 * @public
 */
export const housecountPermissions = [housecountInsightsReadPermission, housecountTeamInsightsReadPermission];
