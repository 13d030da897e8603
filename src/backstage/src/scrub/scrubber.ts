import type { AllowList } from './allowList.js';
import { detect } from './detectors.js';
import { scrubUrl, scrubWords } from './urls.js';

/** The part of an event in which a person or a page may have put anything. */
export interface Content {
  action: string;
  subject: string;
  attributes?: Record<string, unknown>;
  context?: Record<string, unknown>;
}

/** Actions whose subject is a path. */
const PATH_ACTIONS = ['navigate', 'not-found'];

/** Keys whose value is a URL or a path, whatever it looks like. */
const URL_KEYS = /^(?:to|href|ur[li]|path(?:name)?|link|from|referrer)$/i;

/**
 * Keeps what is allowed and replaces what is found, as the server's first line does; both pass
 * src/test/vectors/scrub.json. Names of people in entity refs stay: only the server has the key
 * that makes pseudonyms of them.
 */
export function scrub(content: Content, allowed: AllowList): Required<Content> {
  const { action, subject } = content;
  return {
    action: scrubText(action),
    subject: PATH_ACTIONS.includes(action) ? scrubUrl(subject) : scrubText(subject),
    attributes: pick(content.attributes, allowed.attributes),
    context: pick(content.context, allowed.context),
  };
}

function scrubText(text: string): string {
  return detect(scrubWords(text));
}

function pick(fields: Record<string, unknown> | undefined, allowed: string[]): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields ?? {})
      .filter(([key, value]) => allowed.includes(key) && value !== undefined)
      .map(([key, value]) => [key, scrubField(key, value)]),
  );
}

function scrubField(key: string, value: unknown): unknown {
  if (typeof value === 'string') {
    return URL_KEYS.test(key) ? scrubUrl(value) : scrubText(value);
  }
  if (Array.isArray(value)) {
    return value.map(item => scrubField(key, item));
  }
  if (value && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([name, nested]) => [scrubText(name), scrubField(name, nested)]),
    );
  }
  return value;
}
