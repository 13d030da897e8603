// The real catalog backend with an invented organisation, and what it says of it.
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, start, until } from './processes.mjs';
import { world } from './world.mjs';

export const TOKEN = 'token-of-the-portal-0001';

/** Of catalog-client: what stands for any value. */
export const EXISTS = Symbol('exists');

/**
 * @param installed the folder with the packages of package.json
 * @param options `code` of the backend, a file beside this one; `entities` of the organisation; `settings` and `env` that
 * are added; `ready` tells by what was printed whether it has started, in place of what the catalog holds
 */
export async function startPortal(installed, options = {}) {
  const { code = 'backend.mjs', entities = world, settings = {}, env = {}, ready } = options;
  const folder = mkdtempSync(join(tmpdir(), 'housecount-catalog-'));
  const file = join(folder, 'world.yaml');
  const config = join(folder, 'app-config.yaml');
  const port = await freePort();
  writeWorld(file, entities);
  writeFileSync(config, JSON.stringify(merged(common(port, file), settings)));
  copyFileSync(new URL(code, import.meta.url), join(installed, code));
  const launch = (portal, more = []) =>
    start('node', [code, ...[config, ...more].flatMap(name => ['--config', name])], {
      cwd: installed,
      env: { NODE_ENV: 'production', ...env },
      ready: printed => (ready ? ready(printed) : portal.holds(entities)),
    });
  const portal = await new Portal(`http://127.0.0.1:${port}`, file).run(launch);
  /** Another backend of the same portal, with settings of its own, on the same database where that is not in memory. */
  portal.startTwin = async (own = {}) => {
    const listen = { host: '127.0.0.1', port: await freePort() };
    const more = join(folder, `${listen.port}.yaml`);
    writeFileSync(more, JSON.stringify(merged({ backend: { listen } }, own)));
    return new Portal(`http://127.0.0.1:${listen.port}`, file).run(twin => launch(twin, [more]));
  };
  portal.stop = async () => {
    await portal.process.stop();
    rmSync(folder, { recursive: true });
  };
  return portal;
}

function writeWorld(file, entities) {
  writeFileSync(file, entities.map(entity => JSON.stringify(entity)).join('\n---\n'));
}

const merged = (base, more) => ({ ...base, ...more, backend: { ...base.backend, ...more.backend } });

const common = (port, file) => ({
  backend: {
    baseUrl: `http://127.0.0.1:${port}`,
    listen: { host: '127.0.0.1', port },
    database: { client: 'better-sqlite3', connection: ':memory:' },
    auth: {
      externalAccess: [
        {
          type: 'static',
          options: { token: TOKEN, subject: 'housecount' },
          accessRestrictions: [{ plugin: 'catalog' }],
        },
      ],
    },
  },
  catalog: {
    rules: [{ allow: ['User', 'Group', 'Component', 'API', 'Resource', 'Template', 'System', 'Location'] }],
    locations: [{ type: 'file', target: file }],
  },
});

class Portal {
  constructor(url, file) {
    this.url = url;
    this.file = file;
  }

  async run(launch) {
    this.launch = () => launch(this);
    this.process = await this.launch();
    return this;
  }

  printed() {
    return this.process.printed();
  }

  async restart() {
    await this.process.stop();
    this.process = await this.launch();
  }

  /** Ends it as a machine that fails does. */
  async kill() {
    await this.process.stop('SIGKILL');
  }

  async stop() {
    await this.process.stop();
  }

  async ask(path, query = [], request = {}) {
    const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' };
    const address = `${this.url}/api/catalog/${path}?${new URLSearchParams(query)}`;
    const response = await fetch(address, { ...request, headers });
    if (!response.ok) {
      throw new Error(`the portal answered ${response.status} to ${path}`);
    }
    return response.status === 200 && request.method !== 'POST' ? response.json() : undefined;
  }

  /** The catalog's own count, for a filter in catalog-client's form. */
  async count(filter) {
    const query = parameters(filter).map(value => ['filter', value]);
    return (await this.ask('entities/by-query', [...query, ['limit', '0']])).totalItems;
  }

  async facets(facet, filter = []) {
    const { facets } = await this.ask('entity-facets', [['facet', facet], ...filter.map(one => ['filter', one])]);
    return Object.fromEntries(facets[facet].map(({ value, count }) => [value, count]));
  }

  async entities(kind) {
    return (await this.ask('entities', [['filter', `kind=${kind}`]])).map(entity => ({
      ...entity,
      ref: refOf(entity),
    }));
  }

  /** Whether everything has been read, and related with each other. */
  async holds(entities) {
    const members = entities.flatMap(({ spec }) => spec.memberOf ?? []).length;
    const facets = await this.facets('relations.memberOf', ['kind=user']);
    const users = entities.filter(({ kind }) => kind === 'User').length;
    const all = await this.count({ kind: [...new Set(entities.map(({ kind }) => kind))] });
    const related = await this.count({ kind: 'group', 'relations.childOf': EXISTS });
    return (
      Object.values(facets).reduce((sum, count) => sum + count, 0) === members &&
      (await this.count({ kind: 'user' })) === users &&
      all === entities.length &&
      related === this.children(entities)
    );
  }

  /** Groups with a parent, whoever says so. */
  children(entities) {
    const groups = entities.filter(({ kind }) => kind === 'Group');
    const ref = name => (name.includes('/') ? name : `default/${name}`).toLowerCase();
    const named = new Set(groups.flatMap(({ spec }) => spec.children.map(ref)));
    return groups.filter(
      ({ metadata, spec }) => spec.parent || named.has(ref(`${metadata.namespace}/${metadata.name}`)),
    ).length;
  }

  /** Writes the organisation anew and waits until the catalog says so. */
  async rewrite(entities, isSeen) {
    writeWorld(this.file, entities);
    const [location] = await this.ask('entities', [['filter', 'kind=location']]);
    await this.ask('refresh', [], { method: 'POST', body: JSON.stringify({ entityRef: refOf(location) }) });
    await until('the change', isSeen);
  }
}

export const refOf = ({ kind, metadata: { namespace = 'default', name } }) =>
  `${kind}:${namespace}/${name}`.toLowerCase();

/** As catalog-client writes a filter. */
export function parameters(filter) {
  return [filter].flat().map(branch =>
    Object.entries(branch)
      .flatMap(([key, value]) => [value].flat().map(one => (one === EXISTS ? key : `${key}=${String(one)}`)))
      .join(','),
  );
}
