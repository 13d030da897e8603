// What both apps have: somebody who is signed in by what stands before the portal, and says who it is in a header.
import { ProxiedSignInPage } from '@backstage/core-components';

/** The test names a person before the app starts. */
const headers = { 'x-user': localStorage.getItem('person') };

export function SignedIn(props) {
  return <ProxiedSignInPage {...props} provider="test" headers={headers} />;
}
