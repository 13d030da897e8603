// PostgreSQL from Debian's packages, with its files in a temporary folder. It refuses to run as root.
import { execFileSync } from 'node:child_process';
import { chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { freePort, start } from './processes.mjs';

const VERSIONS = '/usr/lib/postgresql';
const USER = 'portal';

/** Starts an empty one; `settings` is what Backstage calls its `database`. */
export async function startPostgres() {
  const version = readdirSync(VERSIONS)
    .sort((a, b) => Number(a) - Number(b))
    .at(-1);
  const tool = name => join(VERSIONS, version, 'bin', name);
  const folder = mkdtempSync(join(tmpdir(), 'housecount-postgres-'));
  const as = process.getuid() === 0 ? own(folder) : [];
  const data = join(folder, 'data');
  const port = await freePort();
  const [command, ...given] = [
    ...as,
    tool('initdb'),
    '-D',
    data,
    '-U',
    USER,
    '-E',
    'UTF8',
    '--auth=trust',
    '--no-sync',
  ];
  execFileSync(command, [...given, '--locale=C.UTF-8'], { cwd: folder, stdio: 'pipe' });
  const options = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    fsync: 'off',
    max_connections: 400, // each plugin of each backend has some
  };
  const settings = Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [program, ...rest] = [...as, tool('postgres'), '-D', data, ...settings];
  const server = await start(program, rest, {
    cwd: folder,
    ready: async printed => printed.includes('ready to accept connections'),
  });
  return {
    settings: { client: 'pg', connection: { host: '127.0.0.1', port, user: USER, password: '' } },
    async stop() {
      await server.stop('SIGINT'); // breaks connections off
      rmSync(folder, { recursive: true });
    },
  };
}

/** Gives the folder to the user whom the packages bring; what runs a program as that user, in the same process. */
function own(folder) {
  const [uid, gid] = ['-u', '-g'].map(which => Number(execFileSync('id', [which, 'postgres'], { encoding: 'utf8' })));
  chownSync(folder, uid, gid);
  return ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
}
