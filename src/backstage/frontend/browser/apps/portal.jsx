// What both apps have: somebody who is signed in, and a catalog that the page brings.
import { InMemoryCatalogClient } from '@backstage/catalog-client/testUtils';
import { createApiFactory, fetchApiRef } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useEffect } from 'react';

/** The test names a person and the entities before the app starts. */
const { person, entities } = globalThis.portal;

const user = {
  getUserId: () => person.name,
  getIdToken: async () => undefined,
  getProfile: () => ({}),
  getProfileInfo: async () => ({}),
  getBackstageIdentity: async () => ({
    type: 'user',
    userEntityRef: `user:default/${person.name}`,
    ownershipEntityRefs: [`user:default/${person.name}`, ...person.teams],
  }),
  getCredentials: async () => ({ token: person.name }),
  signOut: async () => {},
};

export function SignedIn({ onSignInSuccess }) {
  useEffect(() => onSignInSuccess(user), [onSignInSuccess]);
  return null;
}

export const catalogFactory = createApiFactory(catalogApiRef, new InMemoryCatalogClient({ entities }));

/** The relay of this test tells people by their names. */
export const fetchFactory = createApiFactory(fetchApiRef, {
  fetch: (input, init) => {
    const request = new Request(input, init);
    request.headers.set('authorization', `Bearer ${person.name}`);
    return fetch(request);
  },
});
