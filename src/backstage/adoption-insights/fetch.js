// What README.md tells portals to add: Red Hat's page asks `{backend.baseUrl}/api/adoption-insights`, which Backstage's
// proxy cannot serve, so these requests are led to where it serves Housecount.
import { createFetchApi, FetchMiddlewares } from '@backstage/core-app-api';
import {
  configApiRef,
  createApiFactory,
  discoveryApiRef,
  fetchApiRef,
  identityApiRef,
} from '@backstage/core-plugin-api';

export const fetchApiFactory = createApiFactory({
  api: fetchApiRef,
  deps: { config: configApiRef, discoveryApi: discoveryApiRef, identityApi: identityApiRef },
  factory: ({ config, discoveryApi, identityApi }) => {
    const api = `${config.getString('backend.baseUrl')}/api`;
    const toProxy = url =>
      typeof url === 'string' ? url.replace(`${api}/adoption-insights/`, `${api}/proxy/adoption-insights/`) : url;
    return createFetchApi({
      middleware: [
        { apply: next => (input, init) => next(toProxy(input), init) },
        FetchMiddlewares.resolvePluginProtocol({ discoveryApi }),
        FetchMiddlewares.injectIdentityAuth({ config, identityApi }),
      ],
    });
  },
});
