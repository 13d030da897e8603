import type { PortalEvent } from './event.js';

/**
 * Whether an action is a search: one of its words is `search`, in any case. Words are what stands
 * between characters that are no letters or digits, and at the borders within camelCase. The server
 * has the same rule (SearchActions.java).
 */
export function isSearch(action: string): boolean {
  return action
    .replace(/([\p{Ll}\p{Nd}])(?=\p{Lu})/gu, '$1 ')
    .replace(/(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1 ')
    .split(/[^\p{L}\p{Nd}]+/u)
    .some(word => word.toLowerCase() === 'search');
}

/** Whether a search is the one before it, typed on, or composed by an input method meanwhile. */
export function isTypedOn(before: PortalEvent, after: PortalEvent, wasComposing: boolean): boolean {
  return (
    isSearch(after.action) &&
    after.action === before.action &&
    after.context.pluginId === before.context.pluginId &&
    (wasComposing || term(after).startsWith(term(before)))
  );
}

/** Without accents, which some keyboards add afterwards. */
function term(event: PortalEvent): string {
  return event.subject
    .trim()
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '');
}
