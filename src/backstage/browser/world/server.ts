import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
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
  const port = await freePort();
  const server = `http://127.0.0.1:${port}`;
  const child = spawn(
    'java',
    [
      `-Dquarkus.http.port=${port}`,
      // So that real answers of 413 are at hand without megabytes.
      '-Dhousecount.collect.max-events=20',
      '-jar',
      JAR,
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const ended = new Promise<never>((_, reject) =>
    child.once('exit', code => reject(new Error(`the server ended: ${code}`))),
  );
  // Only whoever waits for the start is told; ending it later is no failure.
  ended.catch(() => {});
  await Promise.race([ended, answering(`${server}/q/health/ready`)]);
  project.provide('server', server);
  return async () => {
    child.kill();
    await ended.catch(() => {});
  };
}

async function answering(url: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) {
      return;
    }
    await new Promise(again => setTimeout(again, 100));
  }
  throw new Error(`${url} did not answer within a minute`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
