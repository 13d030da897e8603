/** The tabs of the page, in their order: the dashboard's pages by their paths. */
export const TABS = ['overview', 'search-and-docs', 'templates-and-plugins', 'data-health'] as const;
