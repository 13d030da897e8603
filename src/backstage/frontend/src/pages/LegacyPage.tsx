import { ErrorPage, Header, Page, Progress, TabbedLayout } from '@backstage/core-components';
import type { ReactElement } from 'react';
import { useMayRead } from '../permission.ts';
import { TABS } from '../tabs.ts';
import { pageOf } from './index.tsx';

/** The page of the old frontend system, which knows no pages with tabs of its own. */
export function LegacyPage(): ReactElement {
  const may = useMayRead();
  if (may === undefined) {
    return <Progress />;
  }
  if (!may) {
    return <ErrorPage status="404" statusMessage="" />;
  }
  return (
    <Page themeId="tool">
      <Header title="Housecount" />
      <TabbedLayout>
        {TABS.map(({ path, title }) => (
          <TabbedLayout.Route key={path} path={`/${path}`} title={title}>
            {pageOf(path)}
          </TabbedLayout.Route>
        ))}
      </TabbedLayout>
    </Page>
  );
}
