// A Backstage backend with the plugin beside what it works with: catalog, scaffolder, events, permissions, search, and a
// sign-in that believes whoever says who they are. Needs the packages of package.json beside it, and the packed plugin.
import { createBackend } from '@backstage/backend-defaults';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { authProvidersExtensionPoint, prepareBackstageIdentityResponse } from '@backstage/plugin-auth-node';
import { AuthorizeResult, isPermission } from '@backstage/plugin-permission-common';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { createHousecountConditionalDecision, housecountConditions } from 'backstage-plugin-housecount-backend';
import {
  housecountInsightsReadPermission,
  housecountTeamInsightsReadPermission,
} from 'backstage-plugin-housecount-common';

/** As README.md has it, and nobody of team-c may read. */
class Policy {
  async handle({ permission }, user) {
    const claims = user?.info.ownershipEntityRefs ?? [];
    if (isPermission(permission, housecountInsightsReadPermission) && claims.includes('group:default/team-c')) {
      return { result: AuthorizeResult.DENY };
    }
    if (isPermission(permission, housecountTeamInsightsReadPermission) && !claims.includes('group:default/platform')) {
      return createHousecountConditionalDecision(permission, housecountConditions.isOwnTeam({ claims }));
    }
    return { result: AuthorizeResult.ALLOW };
  }
}

const policy = createBackendModule({
  pluginId: 'permission',
  moduleId: 'test',
  register: env =>
    env.registerInit({
      deps: { policy: policyExtensionPoint },
      init: async deps => deps.policy.setPolicy(new Policy()),
    }),
});

const signIn = createBackendModule({
  pluginId: 'auth',
  moduleId: 'test',
  register: env =>
    env.registerInit({
      deps: { providers: authProvidersExtensionPoint },
      init: async ({ providers }) =>
        providers.registerProvider({
          providerId: 'test',
          factory: ({ resolverContext }) => ({
            async start() {},
            async frameHandler() {},
            async refresh(request, response) {
              const entityRef = `user:default/${request.get('x-user')}`;
              const signedIn = await resolverContext.signInWithCatalogUser({ entityRef });
              response.json({ profile: {}, backstageIdentity: prepareBackstageIdentityResponse(signedIn) });
            },
          }),
        }),
    }),
});

const backend = createBackend();
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'));
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('backstage-plugin-housecount-backend'));
backend.add(policy);
backend.add(signIn);
backend.start();
