// What somebody finds who reads a local server's tables behind its back: everything, whatever it is packed in.
import { Buffer } from 'node:buffer';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { inflateRawSync } from 'node:zlib';

/** Where the formats say which words they begin with: deflated texts refer to them, and read as nothing without. */
export const DICTIONARIES = ['edge/dynamodb/PortalDictionary.java', 'catalog/CatalogWords.java'];
const SOURCES = new URL('../../main/java/dev/housecount/', import.meta.url);

/** All items of all tables of the server of this process, as one text, with what can be inflated in them. */
export async function rawTables(pid) {
  const ask = await database(pid);
  const words = await Promise.all(DICTIONARIES.map(dictionary));
  const texts = [];
  for (const TableName of (await ask('ListTables', {})).TableNames) {
    let ExclusiveStartKey;
    do {
      const { Items, LastEvaluatedKey } = await ask('Scan', { TableName, ConsistentRead: true, ExclusiveStartKey });
      texts.push(...Items.flatMap(item => Object.entries(item)).map(([name, value]) => text(name, value, words)));
      ExclusiveStartKey = LastEvaluatedKey;
    } while (ExclusiveStartKey);
  }
  return texts.join('\n');
}

/** Which of some words are in a text, in plain or in base64, whatever their case. */
export function found(words, text) {
  const all = [text, ...decoded(text)].join('\n').toLowerCase();
  return words.filter(word => all.includes(word.toLowerCase()));
}

/** What may be base64, wherever its groups of four begin. */
function decoded(text) {
  const runs = text.match(/[A-Za-z0-9+/_-]{8,}/g) ?? [];
  return runs.flatMap(run => [0, 1, 2, 3].map(begin => Buffer.from(run.slice(begin), 'base64').toString('latin1')));
}

const text = (name, value, words) =>
  [name, value.B ? bytes(Buffer.from(value.B, 'base64'), words) : JSON.stringify(value)].join(' ');

/**
 * A record as it is, and whatever of it is deflated: behind a header of any length, since the pseudonyms of hundreds of
 * people may stand before it.
 */
function bytes(data, words) {
  const parts = [data];
  for (let start = 0; start < data.length; start++) {
    const rest = data.subarray(start);
    if (inflated(rest, BLANK)) {
      parts.push(...words.map(dictionary => inflated(rest, dictionary) ?? Buffer.alloc(0)));
    }
  }
  return parts.flatMap(one => [one.toString('latin1'), one.toString('utf8')]).join(' ');
}

/** As long as one can be: whatever is deflated is long enough with it. */
const BLANK = Buffer.alloc(32_768);

function inflated(data, dictionary) {
  try {
    return inflateRawSync(data, { dictionary });
  } catch {
    return undefined; // nothing deflated begins here, or not with these words
  }
}

/** The texts of a Java source between the name of the field and its bytes. */
export async function dictionary(file) {
  const source = await readFile(new URL(file, SOURCES), 'utf8');
  const [, field] = /(?:TEXT =|new Deflated\()(.*?)\.getBytes/s.exec(source);
  return Buffer.from([...field.matchAll(/"(?:[^"\\]|\\.)*"/g)].map(([literal]) => JSON.parse(literal)).join(''));
}

/** Asks the embedded DynamoDB, which is a child of the server and takes any credentials. */
export async function database(pid) {
  const port = await listening((await children(pid))[0]);
  return async (operation, question) => {
    const response = await fetch(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': `DynamoDB_20120810.${operation}`,
        authorization:
          'AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
      },
      body: JSON.stringify(question),
    });
    if (!response.ok) {
      throw new Error(`DynamoDB answered ${response.status}: ${await response.text()}`);
    }
    return response.json();
  };
}

/** Whichever thread started them. */
async function children(pid) {
  const threads = await readdir(`/proc/${pid}/task`);
  const lists = await Promise.all(threads.map(thread => readFile(`/proc/${pid}/task/${thread}/children`, 'utf8')));
  return lists.flatMap(list => list.trim().split(' ')).filter(Boolean);
}

/** The port on which a process listens. */
async function listening(pid) {
  const files = await readdir(`/proc/${pid}/fd`);
  const links = await Promise.all(files.map(file => readlink(`/proc/${pid}/fd/${file}`).catch(() => '')));
  const sockets = new Set(links.map(link => /^socket:\[(\d+)\]$/.exec(link)?.[1]).filter(Boolean));
  for (const table of ['tcp', 'tcp6']) {
    for (const line of (await readFile(`/proc/${pid}/net/${table}`, 'utf8')).trim().split('\n').slice(1)) {
      const [, local, , state, , , , , , inode] = line.trim().split(/\s+/);
      if (state === '0A' && sockets.has(inode)) {
        return Number.parseInt(local.split(':').at(-1), 16);
      }
    }
  }
  throw new Error(`process ${pid} listens on no port`);
}
