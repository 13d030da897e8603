#!/usr/bin/env node
// Sends a portal's catalog to Housecount: reads it through Backstage's REST API, kind by kind, keeps what Housecount
// captures, and posts it in pages that count together or not at all. Needs Node 20 and this repository; `--help` says how.
import process from 'node:process';
import { parseArgs } from 'node:util';
import { isPassing, TRIES, waitBefore } from '../backend/src/shared/again.cjs';
import { reduced, wantedFields } from '../backend/src/shared/capture.cjs';
import { newGeneration, pages as cut } from '../backend/src/shared/pages.cjs';

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
const TIMEOUT = 60_000;

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
    if (answer.status && !isPassing(answer.status)) {
      return answer;
    }
    const what = answer.status ? `answered ${answer.status}` : `cannot be reached (${answer.error})`;
    if (attempt === TRIES) {
      throw new Failure(`${who} ${what}, ${TRIES} times`);
    }
    const wait = waitBefore(attempt, answer.retryAfter);
    say(`${who} ${what}; again in ${(wait / 1000).toFixed(1)} s`);
    await pause(wait);
  }
}

async function once(address, request) {
  try {
    const response = await fetch(address, { ...request, redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT) });
    const text = await response.text();
    return { status: response.status, text, retryAfter: response.headers.get('retry-after') };
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
    const wanted = wantedFields(kind, options.fields);
    let count = 0;
    for await (const items of pagesOf(options, kind, wanted.join())) {
      count += items.length;
      yield* items.map(entity => reduced(entity, wanted));
    }
    say(`read ${count} of kind ${kind.toLowerCase()}`);
  }
}

/** Pages in the order of names; old catalogs have no `by-query`. */
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

async function push(options) {
  const pages = []; // compressed, some MB for 100,000 entities: the server may have lost one
  for await (const body of cut(entities(options), say)) {
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
  options.generation = newGeneration();
  const { entities: all, added, changed, removed, unchanged } = await push(options);
  say(`done: ${all} entities; ${added} added, ${changed} changed, ${removed} removed, ${unchanged} unchanged`);
} catch (error) {
  say(error instanceof Failure ? error.message : `failed: ${error.name}`);
  process.exitCode = error.code > 0 ? error.code : 1;
}
