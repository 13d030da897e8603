import {
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_HOUSECOUNT_TEAM } from 'backstage-plugin-housecount-common';
import { z } from 'zod/v3';

/** A team, by its group's entity ref in lower case. */
export interface Team {
  ref: string;
}

/** What conditions are about. */
export const teamResourceRef = createPermissionResourceRef<Team, Team>().with({
  pluginId: 'housecount',
  resourceType: RESOURCE_TYPE_HOUSECOUNT_TEAM,
});

/** The team that a ref names. */
export const teamOf = (ref: string): Team => ({ ref: ref.toLocaleLowerCase('en-US') });

/** Allows teams that the person is in. */
export const isOwnTeam = createPermissionRule({
  name: 'IS_OWN_TEAM',
  description: 'Allow the figures of teams that the person is in',
  resourceRef: teamResourceRef,
  paramsSchema: z.object({
    claims: z.array(z.string()).describe('The groups that the person is in, as entity refs'),
  }),
  apply: ({ ref }, { claims }) => claims.some(claim => teamOf(claim).ref === ref),
  toQuery: ({ claims }) => ({ anyOf: claims.map(teamOf) }) as never,
});

/** The rules of {@link teamResourceRef}. */
export const rules = { isOwnTeam };

const exported = createConditionExports({ resourceRef: teamResourceRef, rules });

/**
 * Conditions for policies: `housecountConditions.isOwnTeam({ claims: user.info.ownershipEntityRefs })`.
 *
 * @public
 */
export const housecountConditions = exported.conditions;

/**
 * What a policy answers to `housecountTeamInsightsReadPermission` where it depends on the team.
 *
 * @public
 */
export const createHousecountConditionalDecision = exported.createConditionalDecision;
