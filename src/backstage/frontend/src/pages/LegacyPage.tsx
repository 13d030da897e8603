import { ErrorPage, Header, Page, Progress, TabbedLayout } from '@backstage/core-components';
import type { ReactElement } from 'react';
import { useTexts } from '../host/useTexts.ts';
import { useMayRead } from '../permission.ts';
import { TABS } from '../tabs.ts';
import { pageOf } from './index.tsx';

/** The page of the old frontend system, which knows no pages with tabs of its own. */
export function LegacyPage(): ReactElement {
  const may = useMayRead();
  const { say } = useTexts();
  if (may === undefined) {
    return <Progress />;
  }
  if (!may) {
    return <ErrorPage status="404" statusMessage="" />;
  }
  return (
    <Page themeId="tool">
      <Header title={say('plugin.title')} />
      <TabbedLayout>
        {TABS.map(path => (
          <TabbedLayout.Route key={path} path={`/${path}`} title={say(`plugin.tabs.${path}`)}>
            {pageOf(path)}
          </TabbedLayout.Route>
        ))}
      </TabbedLayout>
    </Page>
  );
}
