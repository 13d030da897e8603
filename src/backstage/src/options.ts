import type { ConfigApi } from '@backstage/core-plugin-api';
import { DEFAULT_ALLOW_LIST, type AllowList } from './scrub/allowList.js';
import { Settings } from './settings.js';

/**
 * Settings in code, for those who do not want them in the configuration: each has the meaning,
 * range and default that config.d.ts describes, and takes the place of the configured one. An
 * empty text is not set.
 *
 * @public
 */
export interface HousecountOptions {
  endpoint?: string;
  path?: string;
  debug?: boolean;
  flushIntervalSeconds?: number;
  maxBatchEvents?: number;
  maxQueueEvents?: number;
  searchDebounceSeconds?: number;
  sampleRate?: number;
  sendUser?: boolean;
  sendToken?: boolean;
  attributes?: string[];
  context?: string[];
  backstageVersion?: string;
}

/** The settings, as config.d.ts describes them, with defaults in place. */
export interface Options {
  /** Where events are posted; undefined when there is no endpoint. */
  url?: string;
  /** Below the endpoint, from its slash on. */
  path: string;
  debug: boolean;
  flushIntervalMillis: number;
  maxBatchEvents: number;
  maxQueueEvents: number;
  searchDebounceMillis: number;
  sampleRate: number;
  sendUser: boolean;
  sendToken: boolean;
  allowed: AllowList;
  /** Of the portal; undefined when nobody said. */
  backstageVersion?: string;
}

/** What may be said of a version; the server keeps no other. */
const VERSION = /^[\w.+-]{1,64}$/;

/**
 * Reads the settings.
 *
 * @param given - what takes the place of the configuration
 * @throws Error when a setting is out of its range
 */
export function readOptions(root: ConfigApi, given: HousecountOptions = {}): Options {
  const settings = new Settings(root, given);
  const number: Settings['number'] = (...range) => settings.number(...range);
  const endpoint = settings.text('endpoint')?.trim();
  const path = (settings.text('path') ?? '/collect').replace(/^\/*/, '/');
  const version = settings.text('backstageVersion')?.trim();
  if (version && !VERSION.test(version)) {
    throw new Error('app.analytics.housecount.backstageVersion is no version');
  }
  return {
    url: endpoint && endpoint.replace(/\/+$/, '') + path,
    path,
    debug: settings.flag('debug') || ['app.analytics.debug', 'analytics.debug'].some(name => settings.isOn(name)),
    flushIntervalMillis: number('flushIntervalSeconds', 10, 1, 3600) * 1000,
    maxBatchEvents: number('maxBatchEvents', 50, 1, 500),
    maxQueueEvents: number('maxQueueEvents', 1000, 1, 10_000),
    searchDebounceMillis: number('searchDebounceSeconds', 3, 0, 60) * 1000,
    sampleRate: number('sampleRate', 1, 0, 1),
    sendUser: settings.flag('sendUser') ?? true,
    sendToken: settings.flag('sendToken') ?? false,
    allowed: {
      attributes: [...DEFAULT_ALLOW_LIST.attributes, ...settings.texts('attributes')],
      context: [...DEFAULT_ALLOW_LIST.context, ...settings.texts('context')],
    },
    backstageVersion: version,
  };
}
