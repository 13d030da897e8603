// What tests of the backend plugin have: tokens of a portal, entities of an organisation, settings, and people who ask.
import { createHash } from 'node:crypto';
import process from 'node:process';
import { startPortal } from './portal.mjs';

const TOKENS = Object.fromEntries(['write', 'read', 'catalog'].map(scope => [scope, `token-of-acme-for-${scope}`]));
const sha256 = text => createHash('sha256').update(text).digest('hex');

export const { write: WRITE_TOKEN, read: READ_TOKEN, catalog: CATALOG_TOKEN } = TOKENS;

/** Housecount's setting that knows these tokens. */
export const GRANTS = Object.entries(TOKENS)
  .map(([scope, token]) => `acme:${scope}:${sha256(token)}`)
  .join();

export const entity = (kind, name, spec, metadata = {}) => ({
  apiVersion: kind === 'Template' ? 'scaffolder.backstage.io/v1beta3' : 'backstage.io/v1alpha1',
  kind,
  metadata: { name, ...metadata },
  spec,
});
export const component = (name, owner, metadata) =>
  entity('Component', name, { type: 'service', lifecycle: 'production', owner }, metadata);
export const group = name => entity('Group', name, { type: 'team', children: [] });
export const user = (name, memberOf) => entity('User', name, { memberOf, profile: { email: `${name}@acme.example` } });
export const template = (name, action, metadata) =>
  entity(
    'Template',
    name,
    {
      type: 'service',
      owner: 'platform',
      parameters: [{ title: 'Details', properties: { secret: { type: 'string', title: 'Secret' } } }],
      steps: [{ id: 'step', name: 'Step', action, input: { message: 'done' } }],
    },
    metadata,
  );

/** How often the catalog is pushed, where a test does not say. */
const OFTEN = { frequency: { seconds: 5 }, timeout: { minutes: 5 }, initialDelay: { seconds: 1 } };

/** Whenever a test says so. */
export const MANUALLY = { frequency: { trigger: 'manual' }, timeout: { minutes: 30 } };

export const PUSH = 'housecount-push-catalog';

/** @param url Housecount's, or of what stands before it */
export const pluginSettings = (url, schedule = OFTEN) => ({
  app: { baseUrl: 'http://127.0.0.1:3000' },
  backend: { auditor: { severityLogLevelMappings: { low: 'info' } } },
  housecount: {
    baseUrl: url,
    writeToken: TOKENS.write,
    readToken: TOKENS.read,
    catalogToken: TOKENS.catalog,
    catalog: { schedule },
  },
  auth: { providers: { test: {} } },
  permission: { enabled: true },
});

/** Starts a backend with the plugin; HOUSECOUNT_CATALOG names the folder in which both are installed. */
export function startPluginPortal(options) {
  return startPortal(process.env.HOUSECOUNT_CATALOG, { code: 'plugin-backend.mjs', ...options });
}

/** The token of a person who has signed in. */
export async function signIn(portal, name) {
  const answer = await fetch(`${portal.url}/api/auth/test/refresh`, { headers: { 'x-user': name } });
  return (await answer.json()).backstageIdentity.token;
}

/** Asks the portal as a person. */
export async function askAs(portal, name, path, request = {}) {
  const headers = {
    authorization: `Bearer ${await signIn(portal, name)}`,
    'content-type': 'application/json',
    ...request.headers,
  };
  return fetch(`${portal.url}${path}`, { ...request, headers });
}

/** Runs a template as a person; gives the task's id. */
export async function beginRun(portal, name, templateName) {
  const values = { secret: 'filled-in-by-a-person' };
  const body = JSON.stringify({ templateRef: `template:default/${templateName}`, values });
  const answer = await askAs(portal, name, '/api/scaffolder/v2/tasks', { method: 'POST', body });
  if (answer.status !== 201) {
    throw new Error(`the scaffolder answered ${answer.status}`);
  }
  return (await answer.json()).id;
}

/**
 * Tells the scheduler something about one of the plugin's tasks, of which one that is running cannot be triggered.
 *
 * @param what `trigger` or `cancel`
 */
export async function tellScheduler(portal, task, what) {
  const path = `/api/housecount/.backstage/scheduler/v1/tasks/${task}/${what}`;
  const { status } = await askAs(portal, 'petra', path, { method: 'POST' });
  if (![200, 409].includes(status)) {
    throw new Error(`the scheduler answered ${status} to ${what}`);
  }
}
