import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';

/** The settings, as config.d.ts describes them, with defaults in place. */
export interface Settings {
  /** Of Housecount, without a slash at the end. */
  baseUrl: string;
  writeToken: string;
  readToken: string;
  /** Undefined where the catalog is not pushed. */
  catalog?: CatalogSettings;
  /** Undefined where nobody tells of runs. */
  runs?: RunSettings;
}

/** How the catalog is pushed. */
export interface CatalogSettings {
  token: string;
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** Sent besides what Housecount captures by default. */
  fields: string[];
}

/** How finished runs of templates are told. */
export interface RunSettings {
  /** Users that are agents, as whole entity refs in lower case. */
  agents: Set<string>;
}

const ROOT = 'housecount';

/**
 * Reads the settings.
 *
 * @param random - from 0 (inclusive) to 1 (exclusive), spreads portals that start at one time
 * @throws Error naming the key that is missing or wrong, without its value
 */
export function readSettings(root: Config, random = Math.random()): Settings {
  return {
    baseUrl: address(root.getString(`${ROOT}.baseUrl`)),
    writeToken: root.getString(`${ROOT}.writeToken`),
    readToken: root.getString(`${ROOT}.readToken`),
    catalog: isOn(root, 'catalog') ? catalog(root, random) : undefined,
    runs: isOn(root, 'runs') ? { agents: agents(root) } : undefined,
  };
}

const isOn = (root: Config, part: string) => root.getOptionalBoolean(`${ROOT}.${part}.enabled`) ?? true;

function address(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.search || url.hash || url.username) {
    throw new Error(`'${ROOT}.baseUrl' is no http or https address without credentials, query and fragment`);
  }
  return url.href.replace(/\/+$/, '');
}

function catalog(root: Config, random: number): CatalogSettings {
  const schedule = root.getOptionalConfig(`${ROOT}.catalog.schedule`);
  return {
    token: root.getString(`${ROOT}.catalogToken`),
    schedule: schedule
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
      : {
          frequency: { minutes: 30 },
          timeout: { minutes: 30 },
          // Some time after the start, when catalog and database are less busy.
          initialDelay: { seconds: Math.round(15 + random * 60) },
          scope: 'global',
        },
    fields: root.getOptionalStringArray(`${ROOT}.catalog.fields`) ?? [],
  };
}

function agents(root: Config): Set<string> {
  const refs = root.getOptionalStringArray(`${ROOT}.runs.agents`) ?? [];
  return new Set(
    refs.map(ref => {
      try {
        return stringifyEntityRef(parseEntityRef(ref, { defaultKind: 'user', defaultNamespace: 'default' }));
      } catch {
        throw new Error(`'${ROOT}.runs.agents' has something that is no entity ref`);
      }
    }),
  );
}
