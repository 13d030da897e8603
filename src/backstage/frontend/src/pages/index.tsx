import type { ReactElement } from 'react';
import { DATA_HEALTH } from '../../../../dashboard/pages/data-health.ts';
import { OVERVIEW } from '../../../../dashboard/pages/overview.ts';
import type { Page } from '../../../../dashboard/pages/page.ts';
import { SEARCH_AND_DOCS } from '../../../../dashboard/pages/search-and-docs.ts';
import { TEMPLATES_AND_PLUGINS } from '../../../../dashboard/pages/templates-and-plugins.ts';
import { FiguresPage } from './FiguresPage.tsx';

/** The dashboard's pages by the tabs that show them. */
const PAGES: Readonly<Record<string, Page>> = {
  overview: OVERVIEW,
  'search-and-docs': SEARCH_AND_DOCS,
  'templates-and-plugins': TEMPLATES_AND_PLUGINS,
  'data-health': DATA_HEALTH,
};

/** What a tab shows. */
export function pageOf(tab: string): ReactElement {
  return <FiguresPage key={tab} page={PAGES[tab] ?? OVERVIEW} />;
}
