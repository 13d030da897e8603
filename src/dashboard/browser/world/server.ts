import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The build's folder. */
export const TARGET = fileURLToPath(new URL('../../../../target', import.meta.url));

const JAR = `${TARGET}/quarkus-app/quarkus-run.jar`;

/** The tests' tokens by scope, and the setting that lets them in. */
export const TOKENS = { write: 'w-of-the-tests', catalog: 'c-of-the-tests', read: 'r-of-the-tests' };
export const AUTH = `-Dhousecount.auth.tokens=${Object.entries(TOKENS).map(grant).join(',')}`;

function grant([scope, token]: [string, string]): string {
  return `default:${scope}:${createHash('sha256').update(token).digest('hex')}`;
}

/** The server's own jar on an empty store, in a process of its own. */
export class Server {
  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
  ) {}

  /** Resolves when it answers. */
  static async start(...settings: string[]): Promise<Server> {
    if (!existsSync(JAR)) {
      throw new Error(`${JAR} is missing: ./mvnw package -DskipTests makes it`);
    }
    // Port 0 is a free one; it says which.
    const child = spawn('java', ['-Xmx1g', '-Dquarkus.http.port=0', ...settings, '-jar', JAR], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    return new Server(`http://127.0.0.1:${await portOf(child)}`, child);
  }

  /** Ends it and waits until it has ended. */
  async stop(): Promise<void> {
    const ended = new Promise(done => this.child.once('exit', done));
    if (this.child.exitCode === null && this.child.kill()) {
      await ended;
    }
  }

  /** Feeds it with the made-up portal, as the README says. */
  async feed(...options: string[]): Promise<void> {
    const child = spawn('java', ['-jar', JAR, 'demo', '--url', this.url, ...options], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const code = await new Promise(done => child.once('exit', done));
    if (code !== 0) {
      throw new Error(`the command demo ended with ${String(code)}`);
    }
  }

  /** Asks the API; what is no success fails. */
  async ask(path: string, init: RequestInit = {}): Promise<Response> {
    const response = await fetch(this.url + path, init);
    if (!response.ok) {
      throw new Error(`${path}: ${response.status} ${await response.text()}`);
    }
    return response;
  }
}

/** Reads to the end, so that the server never waits for a reader. */
function portOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout?.on('data', text => {
      printed = `${printed}${text}`.slice(-20_000);
      const port = /Listening on: http:\/\/[0-9.]+:(\d+)\D/.exec(printed)?.[1];
      if (port !== undefined) {
        resolve(port);
      }
    });
    child.once('exit', code => reject(new Error(`the server ended with ${code}:\n${printed}`)));
  });
}
