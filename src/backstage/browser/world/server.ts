import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The URL of the real server. */
    server: string;
  }
}

const JAR = fileURLToPath(new URL('../../../../target/quarkus-app/quarkus-run.jar', import.meta.url));

/** Starts the server's own jar once for all tests; returns what ends it. */
export default async function startServer(project: TestProject) {
  if (!existsSync(JAR)) {
    throw new Error(`${JAR} is missing: ./mvnw package -DskipTests makes it`);
  }
  const child = spawn(
    'java',
    [
      '-Dquarkus.http.port=0', // a free one; it says which
      // So that real answers of 413 are at hand without megabytes.
      '-Dhousecount.collect.max-events=20',
      '-jar',
      JAR,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = new Promise<never>((_, reject) =>
    child.once('exit', code => reject(new Error(`the server ended: ${code}`))),
  );
  // Only whoever waits for the start is told; ending it later is no failure.
  ended.catch(() => {});
  const server = `http://127.0.0.1:${await Promise.race([ended, portOf(child.stdout)])}`;
  await Promise.race([ended, answering(`${server}/q/health/ready`)]);
  project.provide('server', server);
  return async () => {
    child.kill();
    await ended.catch(() => {});
  };
}

async function answering(url: string): Promise<void> {
  const deadline = Date.now() + 120_000;
  while (Date.now() < deadline) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) {
      return;
    }
    await new Promise(again => setTimeout(again, 100));
  }
  throw new Error(`${url} did not answer within two minutes`);
}

/** Reads to the end, so that the server never waits for a reader. */
function portOf(output: Readable): Promise<string> {
  return new Promise(resolve => {
    let printed = '';
    output.on('data', text => {
      printed = `${printed}${text}`.slice(-20_000);
      const port = /Listening on: http:\/\/[0-9.]+:(\d+)\D/.exec(printed)?.[1];
      if (port) {
        resolve(port);
      }
    });
  });
}
