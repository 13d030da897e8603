import { DATA_HEALTH } from './data-health.ts';
import { OVERVIEW } from './overview.ts';
import type { Page } from './page.ts';
import { SEARCH_AND_DOCS } from './search-and-docs.ts';
import { TEMPLATES_AND_PLUGINS } from './templates-and-plugins.ts';

/** All pages, in the order of the navigation. */
export const PAGES: readonly Page[] = [OVERVIEW, SEARCH_AND_DOCS, TEMPLATES_AND_PLUGINS, DATA_HEALTH];

/** The page at a path; the first where there is none. */
export function pageAt(path: string): Page {
  return PAGES.find(page => page.path === path) ?? OVERVIEW;
}
