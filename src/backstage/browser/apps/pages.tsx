import { AnalyticsContext, useAnalytics, type SignInPageProps } from '@backstage/core-plugin-api';
import { Link, UserIdentity } from '@backstage/core-components';
import { SearchContextProvider, useSearch, type SearchApi } from '@backstage/plugin-search-react';
import { useEffect } from 'react';

const TASK_ID = '0b6f4f0e-5c1d-4c8e-9f63-2f7a1f0e9d11';

/** Pages that do what Backstage's own plugins do, with the same packages and as little else. */
export function Home() {
  return (
    <>
      <h1>Home</h1>
      <Links />
      <Create />
      <SearchContextProvider>
        <SearchField />
      </SearchContextProvider>
    </>
  );
}

export function Thing() {
  return (
    <>
      <h1>Thing</h1>
      <Links />
      <SignOut />
    </>
  );
}

function Links() {
  return (
    <>
      <Link to="/">Home page</Link>
      <Link to="/things/petstore?token=s3cret#part">Open petstore</Link>
      <Link to="/things/kafka">Open kafka</Link>
    </>
  );
}

/** Reports as the scaffolder does when a task has been created, and when it is run again. */
function Create() {
  return (
    <>
      <AnalyticsContext attributes={{ entityRef: 'template:default/service' }}>
        <CreateButton />
      </AnalyticsContext>
      <AnalyticsContext attributes={{ entityRef: 'template:default/service', taskId: TASK_ID }}>
        <RetryButton />
      </AnalyticsContext>
    </>
  );
}

function CreateButton() {
  const analytics = useAnalytics();
  const create = () =>
    analytics.captureEvent('create', 'Task has been created', { value: 120, attributes: { templateSteps: 3 } });
  return <button onClick={create}>Create</button>;
}

function RetryButton() {
  const analytics = useAnalytics();
  return <button onClick={() => analytics.captureEvent('retried', 'Template has been retried')}>Retry</button>;
}

/** A field without the delay of Backstage's own: each key stroke is a search. */
function SearchField() {
  const { term, setTerm } = useSearch();
  return <input aria-label="Search" value={term} onChange={event => setTerm(event.target.value)} />;
}

/** Reports, then loads the page anew, as signing out does. */
function SignOut() {
  const analytics = useAnalytics();
  const signOut = () => {
    analytics.captureEvent('signOut', 'success');
    window.location.href = '/';
  };
  return <button onClick={signOut}>Sign out</button>;
}

/** Finds nothing, and knows so. */
export const emptySearch: SearchApi = {
  query: async () => ({ results: [], numberOfResults: 0 }),
};

/** Signs a guest in without being asked, as a portal behind single sign-on does. */
export function AutomaticSignIn({ onSignInSuccess }: SignInPageProps) {
  useEffect(() => onSignInSuccess(UserIdentity.createGuest()), [onSignInSuccess]);
  return null;
}
