import type { Config } from '@backstage/config';
import { DEFAULT_ALLOW_LIST, type AllowList } from './scrub/allowList.js';

/** The settings, as config.d.ts describes them, with defaults in place. */
export interface Options {
  /** Where events are posted; undefined when there is no endpoint. */
  url?: string;
  debug: boolean;
  flushIntervalMillis: number;
  maxBatchEvents: number;
  maxQueueEvents: number;
  searchDebounceMillis: number;
  sampleRate: number;
  sendUser: boolean;
  sendToken: boolean;
  allowed: AllowList;
}

/**
 * Reads the settings.
 *
 * @throws Error when a number is out of its range
 */
export function readOptions(root: Config): Options {
  const config = root.getOptionalConfig('app.analytics.housecount');
  const number = (key: string, fallback: number, min: number, max: number) => {
    const value = config?.getOptionalNumber(key) ?? fallback;
    if (!(value >= min && value <= max)) {
      throw new Error(`app.analytics.housecount.${key} is ${value}; it must be from ${min} to ${max}`);
    }
    return value;
  };
  const flag = (key: string) => config?.getOptionalBoolean(key) ?? false;
  const added = (key: string) => config?.getOptionalStringArray(key) ?? [];
  const endpoint = config?.getOptionalString('endpoint');
  const path = config?.getOptionalString('path') ?? '/collect';
  return {
    url: endpoint && endpoint.replace(/\/+$/, '') + path.replace(/^\/*/, '/'),
    debug: flag('debug') || ['app.analytics.debug', 'analytics.debug'].some(key => root.getOptionalBoolean(key)),
    flushIntervalMillis: number('flushIntervalSeconds', 10, 1, 3600) * 1000,
    maxBatchEvents: number('maxBatchEvents', 50, 1, 500),
    maxQueueEvents: number('maxQueueEvents', 1000, 1, 10_000),
    searchDebounceMillis: number('searchDebounceSeconds', 3, 0, 60) * 1000,
    sampleRate: number('sampleRate', 1, 0, 1),
    sendUser: flag('sendUser'),
    sendToken: flag('sendToken'),
    allowed: {
      attributes: [...DEFAULT_ALLOW_LIST.attributes, ...added('attributes')],
      context: [...DEFAULT_ALLOW_LIST.context, ...added('context')],
    },
  };
}
