import type {
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, NotAllowedError } from '@backstage/errors';
import { AuthorizeResult, type PolicyDecision } from '@backstage/plugin-permission-common';
import { createConditionAuthorizer } from '@backstage/plugin-permission-node';
import {
  housecountInsightsReadPermission,
  housecountTeamInsightsReadPermission,
} from 'backstage-plugin-housecount-common';
import { teamOf, teamResourceRef } from './permissions';

/** Whose figures a reading is about: everybody's, those of its teams, or nobody's. */
export type Subject = 'everybody' | 'teams' | 'nobody';

/** Decides who may read what. */
export class Access {
  constructor(
    private readonly permissions: PermissionsService,
    private readonly registry: PermissionsRegistryService,
  ) {}

  /**
   * The query with which somebody may read.
   *
   * @returns the same, or with its teams in full, so that nobody can read them another way
   * @throws NotAllowedError when the person may not
   */
  async allow(credentials: BackstageCredentials, subject: Subject, query: URLSearchParams): Promise<URLSearchParams> {
    const [read] = await this.permissions.authorize([{ permission: housecountInsightsReadPermission }], {
      credentials,
    });
    const [teams] = await this.permissions.authorizeConditional(
      [{ permission: housecountTeamInsightsReadPermission }],
      { credentials },
    );
    if (read.result !== AuthorizeResult.ALLOW || teams.result === AuthorizeResult.DENY) {
      throw new NotAllowedError('You may not read how the portal is used');
    }
    return teams.result === AuthorizeResult.ALLOW || subject === 'nobody' ? query : this.limit(teams, subject, query);
  }

  private limit(decision: PolicyDecision, subject: Subject, query: URLSearchParams): URLSearchParams {
    const asked = query.getAll('team').map(inFull);
    const isAllowed = createConditionAuthorizer(this.registry.getPermissionRuleset(teamResourceRef));
    const mine = asked.length > 0 && asked.every(ref => isAllowed(decision, teamOf(ref)));
    // The same ref is another team in another portal.
    if (subject !== 'teams' || !mine || query.has('portal')) {
      throw new NotAllowedError('Choose a team that you are in: you may read the figures of such teams only');
    }
    const limited = new URLSearchParams([...query].filter(([name]) => name !== 'team'));
    asked.forEach(ref => limited.append('team', ref));
    return limited;
  }
}

function inFull(team: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(team, { defaultKind: 'group', defaultNamespace: 'default' }));
  } catch {
    throw new InputError('A team is an entity ref: [kind:][namespace/]name');
  }
}
