import type { Config } from '@backstage/config';

/** The settings, as config.d.ts describes them, with defaults in place. */
export interface Settings {
  /** Of Housecount, without a slash at the end. */
  baseUrl: string;
  writeToken: string;
  readToken: string;
}

/**
 * Reads the settings.
 *
 * @throws Error naming the key that is missing or wrong, without its value
 */
export function readSettings(root: Config): Settings {
  const config = root.getConfig('housecount');
  return {
    baseUrl: address(config.getString('baseUrl')),
    writeToken: config.getString('writeToken'),
    readToken: config.getString('readToken'),
  };
}

function address(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.search || url.hash || url.username) {
    throw new Error("'housecount.baseUrl' is no http or https address without credentials, query and fragment");
  }
  return url.href.replace(/\/+$/, '');
}
