/** Kinds of entities that people use, in lower case. */
export const USED_KINDS = ['component', 'api', 'system', 'template', 'resource'] as const;
