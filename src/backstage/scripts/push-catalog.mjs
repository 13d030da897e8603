#!/usr/bin/env node
// Sends a portal's catalog to Housecount: reads it through Backstage's REST API, kind by kind, keeps what Housecount
// captures, and posts it in pages that count together or not at all. Needs Node 20 and nothing else; `--help` says how.
import { Buffer } from 'node:buffer';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';

const HELP = `node push-catalog.mjs --backstage URL --housecount URL [--portal NAME] [--fields a,b] [--empty]

  --backstage   base URL of the portal's backend, such as https://backstage.example.com
  --housecount  base URL of Housecount
  --portal      the portal; a token names it already
  --fields      further fields to send, comma-separated: all that Housecount's settings name
                (capture-*-fields and both filters), such as metadata.includeInInsights,spec.profile.location
  --empty       lets a catalog without entities take the place of the one before

  BACKSTAGE_TOKEN   a static token of backend.auth.externalAccess that may read the catalog
  HOUSECOUNT_TOKEN  a token of scope catalog

Exits with 0 when the catalog is taken, 1 when it could not be (run it again), 2 when something is set wrong.`;

const READ_AT_ONCE = 500; // entities of one request to the portal
const PAGE_BYTES = 768 * 1024; // of a page of ours, well below what Housecount takes (1 MiB)
const LINE_BYTES = 256 * 1024;
const TRIES = 6;
const LONGEST_WAIT = 120_000; // milliseconds
const TIMEOUT = 60_000;

const RELATIONS = new Set(['ownedBy', 'memberOf', 'childOf', 'parentOf']);
const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.annotations.backstage.io/time-saved',
  'metadata.annotations.rhdh.redhat.com/time-saved',
  'metadata.annotations.backstage.io/source-template',
  'metadata.creationTimestamp',
  'metadata.annotations.backstage.io/createdAt',
  'metadata.annotations.backstage.io/created-at',
  'spec.type',
  'spec.lifecycle',
  'spec.owner',
  'spec.parent',
  'spec.children',
  'spec.memberOf',
  'relations',
];
const TITLES = ['metadata.title', 'spec.profile.displayName']; // of a person they are names

/** What ends the run: `code` is that of the process. */
class Failure extends Error {
  constructor(message, code = 1) {
    super(message);
    this.code = code;
  }
}

const say = text => process.stderr.write(`push-catalog: ${text}\n`);
const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

function settings() {
  let values;
  try {
    const text = { type: 'string' };
    const options = { backstage: text, housecount: text, portal: text, fields: text };
    ({ values } = parseArgs({ options: { ...options, empty: { type: 'boolean' }, help: { type: 'boolean' } } }));
  } catch (error) {
    throw new Failure(`${error.message}\n\n${HELP}`, 2);
  }
  if (values.help) {
    process.stdout.write(`${HELP}\n`);
    process.exit(0);
  }
  return {
    catalog: `${base('backstage', values.backstage)}/api/catalog`,
    housecount: `${base('housecount', values.housecount)}/catalog`,
    tokens: { portal: process.env.BACKSTAGE_TOKEN, housecount: process.env.HOUSECOUNT_TOKEN },
    portal: values.portal,
    fields: (values.fields ?? '').split(',').flatMap(field => field.trim() || []),
    empty: values.empty ?? false,
  };
}

function base(option, address) {
  if (!URL.canParse(address ?? '') || !/^https?:\/\//.test(address)) {
    throw new Failure(`--${option} is missing or no http address\n\n${HELP}`, 2);
  }
  return address.replace(/\/+$/, '');
}

/** Asks until there is an answer that asking again would not change. Nothing of an answer's text is in a message. */
async function ask(who, address, token, request = {}) {
  const headers = { accept: 'application/json', ...request.headers };
  if (token) {
    headers.authorization = `Bearer ${token}`;
  }
  for (let attempt = 1; ; attempt++) {
    const answer = await once(address, { ...request, headers });
    if (answer.status && answer.status < 500 && ![408, 425, 429].includes(answer.status)) {
      return answer;
    }
    const what = answer.status ? `answered ${answer.status}` : `cannot be reached (${answer.error})`;
    if (attempt === TRIES) {
      throw new Failure(`${who} ${what}, ${TRIES} times`);
    }
    const wait = Math.min(answer.retryAfter ?? 500 * 2 ** attempt * (1 + Math.random()), LONGEST_WAIT);
    say(`${who} ${what}; again in ${(wait / 1000).toFixed(1)} s`);
    await pause(wait);
  }
}

async function once(address, request) {
  try {
    const response = await fetch(address, { ...request, redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT) });
    const text = await response.text();
    const after = response.headers.get('retry-after');
    const seconds = after && (/^\d+$/.test(after) ? Number(after) : (Date.parse(after) - Date.now()) / 1000);
    return { status: response.status, text, retryAfter: seconds >= 0 ? seconds * 1000 : undefined };
  } catch (error) {
    return { error: error.cause?.code ?? error.name };
  }
}

function json(who, { status, text }) {
  if (status === 401 || status === 403) {
    throw new Failure(`${who} refuses the token (${status})`, 2);
  }
  if (status !== 200 && status !== 202) {
    throw new Failure(`${who} answered ${status}${status < 400 ? ', a redirect' : ''}; is its address right?`, 2);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure(`${who} answered with something that is no JSON; is its address right?`, 2);
  }
}

const askPortal = async ({ catalog, tokens }, path, query) =>
  ask('Backstage', `${catalog}/${path}?${new URLSearchParams(query)}`, tokens.portal);

async function* entities(options) {
  const facets = json('Backstage', await askPortal(options, 'entity-facets', { facet: 'kind' }));
  const kinds = facets.facets.kind.map(({ value }) => value).sort();
  for (const kind of kinds) {
    const person = kind.toLowerCase() === 'user';
    const wanted = [...FIELDS, ...(person ? [] : TITLES), ...options.fields];
    let count = 0;
    for await (const items of pagesOf(options, kind, wanted.join())) {
      count += items.length;
      yield* items.map(entity => reduced(entity, wanted));
    }
    say(`read ${count} of kind ${kind.toLowerCase()}`);
  }
}

/** Pages in the order of names; Backstage before 1.12 has no `by-query`. */
async function* pagesOf(options, kind, fields) {
  const first = { filter: `kind=${kind}`, orderField: 'metadata.name,asc' };
  const more = { limit: READ_AT_ONCE, fields };
  let answer = await askPortal(options, 'entities/by-query', { ...first, ...more });
  if (answer.status === 404) {
    yield* pagesOfOld(options, kind, more);
    return;
  }
  for (;;) {
    const { items, pageInfo } = json('Backstage', answer);
    yield items;
    if (!pageInfo?.nextCursor) {
      return;
    }
    answer = await askPortal(options, 'entities/by-query', { cursor: pageInfo.nextCursor, ...more });
  }
}

async function* pagesOfOld(options, kind, more) {
  for (let offset = 0; ; offset += READ_AT_ONCE) {
    const query = { filter: `kind=${kind}`, order: 'asc:metadata.name', offset, ...more };
    const items = json('Backstage', await askPortal(options, 'entities', query));
    yield items;
    if (items.length < READ_AT_ONCE) {
      return;
    }
  }
}

/** Of the wanted fields, whatever the portal answered; of its relations those that say who belongs to whom. */
function reduced(entity, wanted) {
  const kept = {};
  for (const field of wanted) {
    copy(entity, kept, field.split('.'));
  }
  const relations = entity.relations?.filter(({ type }) => RELATIONS.has(type));
  return { ...kept, relations: relations?.map(({ type, targetRef }) => ({ type, targetRef })) };
}

/** Keys hold dots, too: the shortest that is there leads on, as in Backstage. */
function copy(from, to, words) {
  for (let length = 1; length <= words.length; length++) {
    const key = words.slice(0, length).join('.');
    if (from !== null && typeof from === 'object' && Object.hasOwn(from, key)) {
      if (length === words.length) {
        to[key] = from[key];
      } else {
        copy(from[key], (to[key] ??= {}), words.slice(length));
      }
      return;
    }
  }
}

async function send(options, page, body, query = {}) {
  const names = { ...(options.portal && { portal: options.portal }), generation: options.generation, ...query };
  const headers = body && { 'content-type': 'application/x-ndjson', 'content-encoding': 'gzip' };
  const address = `${options.housecount}?${new URLSearchParams(page ? { ...names, page } : names)}`;
  return ask('Housecount', address, options.tokens.housecount, { method: 'POST', body, headers });
}

async function sendPage(options, page, body) {
  const receipt = json('Housecount', await send(options, page, body));
  say(`page ${page}: ${receipt.accepted} entities`);
  for (const { line, reason } of receipt.rejected ?? []) {
    say(`page ${page}, line ${line} was rejected: ${reason}`);
  }
}

async function* bodies(options) {
  let lines = [];
  let bytes = 0;
  for await (const entity of entities(options)) {
    const line = `${JSON.stringify(entity)}\n`;
    const size = Buffer.byteLength(line);
    if (size > LINE_BYTES) {
      say(`an entity of kind ${entity.kind} has more than ${LINE_BYTES} bytes and is left out`);
      continue;
    }
    if (bytes + size > PAGE_BYTES) {
      yield gzipSync(lines.join(''));
      lines = [];
      bytes = 0;
    }
    lines.push(line);
    bytes += size;
  }
  if (lines.length) {
    yield gzipSync(lines.join(''));
  }
}

async function push(options) {
  const pages = []; // compressed, some MB for 100,000 entities: the server may have lost one
  for await (const body of bodies(options)) {
    pages.push(body);
    await sendPage(options, pages.length, body);
  }
  if (!pages.length && !options.empty) {
    throw new Failure('the catalog has no entities that this token may read; --empty if that is right', 2);
  }
  const complete = { complete: true, pages: pages.length, ...(options.empty && { empty: true }) };
  let answer = await send(options, 0, undefined, complete);
  const missing = answer.status === 409 ? (JSON.parse(answer.text).missing ?? []) : [];
  for (const page of missing.filter(number => pages[number - 1])) {
    await sendPage(options, page, pages[page - 1]);
  }
  if (missing.length) {
    answer = await send(options, 0, undefined, complete);
  }
  if (answer.status === 409) {
    throw new Failure('Housecount has another catalog meanwhile, or has lost pages again (409)');
  }
  return json('Housecount', answer);
}

try {
  const options = settings();
  options.generation = `${new Date().toISOString()}-${Math.random().toString(36).slice(2, 8)}`;
  const { entities: all, added, changed, removed, unchanged } = await push(options);
  say(`done: ${all} entities; ${added} added, ${changed} changed, ${removed} removed, ${unchanged} unchanged`);
} catch (error) {
  say(error instanceof Failure ? error.message : `failed: ${error.name}`);
  process.exitCode = error.code > 0 ? error.code : 1;
}
