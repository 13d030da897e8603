import { mockCredentials, mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  coreServices,
  createServiceFactory,
  type BackendFeature,
  type RootLoggerService,
} from '@backstage/backend-plugin-api';
import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';
import housecountPlugin from '../src/index';

/** What Housecount was asked. */
export interface Asked {
  method: string;
  url: URL;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** How it answers; nothing: the connection breaks. */
export type Reply = { status?: number; headers?: Record<string, string>; body?: unknown } | undefined;

const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) {
    await close();
  }
});

/** A Housecount that answers as told, and remembers what it was asked. */
export async function startHousecount(reply: (asked: Asked, count: number) => Reply = () => ({ status: 202 })) {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '', 'http://housecount');
    asked.push({ method: request.method ?? '', url, headers: request.headers, body: await bodyOf(request) });
    const given = reply(asked.at(-1)!, asked.length);
    if (!given) {
      request.socket.destroy();
      return;
    }
    const { status = 200, headers = {}, body = {} } = given;
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  open.push(stop);
  return { asked, stop, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) {
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts);
}

/** The settings without which the plugin does not start. */
export const TOKENS = { writeToken: 'token-to-write', readToken: 'token-to-read', catalogToken: 'token-of-catalog' };

/** Neither pushes nor tells of runs. */
export const QUIET = { catalog: { enabled: false }, runs: { enabled: false } };

/** A backend with the plugin. */
export async function startBackend(housecount: object, features: BackendFeature[] = []) {
  const said: string[] = [];
  const say = (...words: unknown[]) => void said.push(words.map(word => JSON.stringify(word)).join(' '));
  const logger: RootLoggerService = { info: say, warn: say, error: say, debug: say, child: () => logger };
  const backend = await startTestBackend({
    features: [
      housecountPlugin,
      mockServices.httpAuth.factory({ defaultCredentials: mockCredentials.none() }),
      mockServices.rootConfig.factory({ data: { housecount: { ...TOKENS, ...housecount } } }),
      createServiceFactory({ service: coreServices.rootLogger, deps: {}, factory: () => logger }),
      ...features,
    ],
  });
  open.push(() => backend.stop());
  return { said, url: `http://127.0.0.1:${backend.server.port()}/api/housecount` };
}
