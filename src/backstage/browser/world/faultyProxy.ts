import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What goes wrong with one request. */
export type Fault =
  | { kind: 'answer'; status: number; retryAfter?: string }
  /** The connection ends before the server sees the request. */
  | { kind: 'reset' }
  /** The server does its work, but its answer is lost. */
  | { kind: 'resetAfter' };

/** One event as it was posted. */
export interface PostedEvent {
  id: string;
  user?: string;
  action: string;
  subject: string;
}

/** One request as it was posted, and how it ended. */
export interface Post {
  events: PostedEvent[];
  authorization?: string;
  contentType?: string;
  at: number;
  /** The status that the browser saw; 0 when the connection ended first. */
  status: number;
}

/** Stands between browser and server: records every request and fails those it is told to. */
export class FaultyProxy {
  readonly posts: Post[] = [];
  private faults: Fault[] = [];
  private readonly listener: Server;

  constructor(private readonly server: string) {
    this.listener = createServer((request, response) => {
      this.handle(request, response).catch(() => response.destroy());
    });
  }

  async start(): Promise<string> {
    await new Promise<void>(done => this.listener.listen(0, '127.0.0.1', done));
    const { port } = this.listener.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    this.listener.closeAllConnections();
    await new Promise(done => this.listener.close(done));
  }

  /** Fails the next requests, one fault for each, in this order. */
  failNext(...faults: Fault[]): void {
    this.faults.push(...faults);
  }

  forget(): void {
    this.posts.length = 0;
    this.faults = [];
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await read(request);
    if (request.method !== 'POST') {
      await this.forward(request, body, response);
      return;
    }
    const post = record(request, body);
    this.posts.push(post);
    const fault = this.faults.shift();
    if (fault?.kind === 'answer') {
      post.status = fault.status;
      response.writeHead(fault.status, {
        'Access-Control-Allow-Origin': '*',
        'Access-Control-Expose-Headers': 'Retry-After',
        ...(fault.retryAfter ? { 'Retry-After': fault.retryAfter } : {}),
      });
      response.end();
    } else if (fault?.kind === 'reset') {
      request.socket.destroy();
    } else if (fault?.kind === 'resetAfter') {
      await this.ask(request, body);
      request.socket.destroy();
    } else {
      post.status = await this.forward(request, body, response);
    }
  }

  private async forward(request: IncomingMessage, body: string, response: ServerResponse): Promise<number> {
    const answer = await this.ask(request, body);
    const text = await answer.text();
    const headers = Object.fromEntries(answer.headers);
    delete headers['content-length'];
    response.writeHead(answer.status, headers).end(text);
    return answer.status;
  }

  private ask(request: IncomingMessage, body: string): Promise<Response> {
    const headers = { ...request.headers } as Record<string, string>;
    // They belong to the connection, and there is another one behind the proxy.
    ['host', 'connection', 'content-length'].forEach(name => delete headers[name]);
    return fetch(this.server + request.url, {
      method: request.method,
      headers,
      body: request.method === 'POST' ? body : undefined,
    });
  }
}

function record(request: IncomingMessage, body: string): Post {
  return {
    events: JSON.parse(body).events,
    authorization: request.headers.authorization,
    contentType: request.headers['content-type'],
    at: Date.now(),
    status: 0,
  };
}

async function read(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) {
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts).toString('utf8');
}
