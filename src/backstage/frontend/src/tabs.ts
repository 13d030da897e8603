/** The tabs of the page, in their order: the dashboard's pages. */
export const TABS = [
  { path: 'overview', title: 'Overview' },
  { path: 'search-and-docs', title: 'Search and docs' },
  { path: 'templates-and-plugins', title: 'Templates and plugins' },
  { path: 'data-health', title: 'Data health' },
] as const;
