/** The keys that are kept of an event; everything else never leaves the browser. */
export interface AllowList {
  attributes: string[];
  context: string[];
}

/** What Backstage's own plugins send; the server's default is the same (policy.yaml). */
export const DEFAULT_ALLOW_LIST: AllowList = {
  attributes: [
    'namespace',
    'kind',
    'name',
    'to',
    'resultCount',
    'productive',
    'templateName',
    'templateNamespace',
    'path',
    '*', // The rest of a path, as React Router names it: no wildcard of ours.
    'pluginId',
    'searchTypes',
    'templateSteps',
    'taskId',
    'origin',
  ],
  context: ['pluginId', 'routeRef', 'extension', 'extensionId', 'entityRef', 'searchTypes', 'pathname', 'taskId'],
};
