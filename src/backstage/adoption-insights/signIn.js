import { useEffect } from 'react';

/** Somebody with a token that portal.mjs knows; without a click. */
const user = {
  getUserId: () => 'reader',
  getIdToken: async () => undefined,
  getProfile: () => ({}),
  getProfileInfo: async () => ({}),
  getBackstageIdentity: async () => ({
    type: 'user',
    userEntityRef: 'user:default/reader',
    ownershipEntityRefs: ['user:default/reader'],
  }),
  getCredentials: async () => ({ token: 'the-token-of-the-user' }),
  signOut: async () => {},
};

export function SignedIn({ onSignInSuccess }) {
  useEffect(() => onSignInSuccess(user), [onSignInSuccess]);
  return null;
}

/** Titles come from the portal's own catalog; this one has none. */
export const emptyCatalog = { getEntities: async () => ({ items: [] }) };
