// What somebody finds who reads a local server's tables behind its back: everything, whatever it is packed in.
import { readdir, readFile, readlink } from 'node:fs/promises';
import { Buffer } from 'node:buffer';
import { inflateRawSync } from 'node:zlib';

/**
 * Instead of the dictionaries of our formats: what was taken from them reads as NUL, what is of a catalog or of events
 * stays.
 */
const BLANK = Buffer.alloc(32_768);

/** Deflated parts stand behind a few bytes. */
const LONGEST_HEADER = 256;

/** All items of all tables of the server of this process, as one text. */
export async function rawTables(pid) {
  const ask = await database(pid);
  const { TableNames: names } = await ask('ListTables', {});
  const found = [];
  for (const TableName of names) {
    let ExclusiveStartKey;
    do {
      const { Items, LastEvaluatedKey } = await ask('Scan', { TableName, ConsistentRead: true, ExclusiveStartKey });
      found.push(...Items.map(text));
      ExclusiveStartKey = LastEvaluatedKey;
    } while (ExclusiveStartKey);
  }
  return found.join('\n');
}

const text = item =>
  Object.values(item)
    .map(value => (value.B ? bytes(Buffer.from(value.B, 'base64')) : JSON.stringify(value)))
    .join(' ');

function bytes(data) {
  const texts = [data.toString('latin1'), data.toString('utf8')];
  for (let start = 0; start < Math.min(data.length, LONGEST_HEADER); start++) {
    try {
      const plain = inflateRawSync(data.subarray(start), { dictionary: BLANK });
      texts.push(plain.toString('latin1'), plain.toString('utf8'));
    } catch {
      // nothing deflated begins here
    }
  }
  return texts.join(' ');
}

/** Asks the embedded DynamoDB, which is a child of the server and takes any credentials. */
async function database(pid) {
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
