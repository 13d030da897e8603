import { describe, expect, it } from 'vitest';
import { Client, ProblemError } from '../server/client.ts';
import { runDemo } from '../server/demo.ts';
import { Session } from '../server/session.ts';

/** A server that answers each request with what a test says, and keeps what was asked. */
class Server {
  readonly asked: Request[] = [];
  now = 0;
  token: string | null = null;

  constructor(private readonly answer: (request: Request) => Response | Promise<Response>) {}

  client(): Client {
    return new Client({
      fetch: async (url, init) => {
        const request = new Request(new URL(String(url), 'http://localhost'), init);
        this.asked.push(request);
        return this.answer(request);
      },
      token: () => this.token,
      now: () => this.now,
    });
  }
}

function problemOf(asked: Promise<unknown>): Promise<unknown> {
  return asked.then(
    () => null,
    error => (error instanceof ProblemError ? error.problem : error),
  );
}

const signal = (): AbortSignal => new AbortController().signal;

describe('client', () => {
  it('sameQuestion_askedOnce_untilItIsStale', async () => {
    const server = new Server(() => Response.json({ a: 1 }));
    const client = server.client();
    await Promise.all([client.get('/x', signal()), client.get('/x', signal())]);
    server.now = 299_999;
    await client.get('/x', signal());
    expect(server.asked).toHaveLength(1);
    server.now = 300_001;
    await client.get('/x', signal());
    expect(server.asked).toHaveLength(2);
  });

  it('token_isInTheHeader_andNowhereElse', async () => {
    const server = new Server(() => Response.json({}));
    server.token = 's3cret';
    await server.client().get('/x?a=1', signal());
    expect(server.asked[0]?.headers.get('authorization')).toBe('Bearer s3cret');
    expect(server.asked[0]?.url).not.toContain('s3cret');
  });

  it('problem_isTold_andAskedAgain', async () => {
    const problem = {
      type: 'urn:housecount:problem:too-much-to-read',
      title: 'Too much',
      status: 400,
      detail: 'Less',
    };
    const server = new Server(() => Response.json(problem, { status: 400 }));
    const client = server.client();
    expect(await problemOf(client.get('/x', signal()))).toEqual(problem);
    await problemOf(client.get('/x', signal()));
    expect(server.asked).toHaveLength(2);
  });

  it('gatewaysAnswer_isAProblem_too', async () => {
    const server = new Server(() => new Response('<h1>Bad Gateway</h1>', { status: 502 }));
    expect(await problemOf(server.client().get('/x', signal()))).toMatchObject({
      status: 502,
      title: 'HTTP 502',
    });
  });

  it('answerThatIsNoJson_isAProblem', async () => {
    const server = new Server(() => new Response('<!doctype html>'));
    expect(await problemOf(server.client().get('/x', signal()))).toMatchObject({ status: 502 });
  });

  it('noAnswer_hasStatus0', async () => {
    const server = new Server(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await problemOf(server.client().get('/x', signal()))).toMatchObject({ status: 0 });
  });

  it('givenUp_isForgottenAtOnce_soThatTheNextAsksAnew', async () => {
    let answers = 0;
    const server = new Server(request => {
      answers += 1;
      return answers > 1
        ? Response.json({ second: true })
        : new Promise((_, reject) =>
            request.signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))),
          );
    });
    const client = server.client();
    const abort = new AbortController();
    const first = client.get('/x', abort.signal).catch(error => (error as Error).name);
    abort.abort();
    expect(await client.get('/x', signal())).toEqual({ second: true });
    expect(await first).toBe('AbortError');
  });
});

describe('demo', () => {
  it('run_tellsUntilItHasEnded', async () => {
    const days = [1, 45, 90];
    const server = new Server(() => {
      const day = days.shift() ?? 90;
      return Response.json({ state: day === 90 ? 'done' : 'running', day });
    });
    const told: number[] = [];
    const ended = await runDemo(
      server.client(),
      signal(),
      ({ day }) => told.push(day),
      () => Promise.resolve(),
    );
    expect(told).toEqual([1, 45]);
    expect(ended.state).toBe('done');
    expect(server.asked.map(({ method }) => method)).toEqual(['POST', 'GET', 'GET']);
  });
});

describe('session', () => {
  function session(): Session {
    const kept = new Map<string, string>();
    return new Session({
      getItem: key => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: key => void kept.delete(key),
    });
  }

  it('token_isKept_andForgottenOnSignOut', () => {
    const tab = session();
    expect(tab.signIn('  abc.DEF_123 ')).toBe(true);
    expect(tab.token).toBe('abc.DEF_123');
    tab.signOut();
    expect(tab.token).toBeNull();
  });

  it.each(['', '  ', 'two words', 'ümlaut', 'a\nb'])('%j_isNoToken', token => {
    const tab = session();
    expect(tab.signIn(token)).toBe(false);
    expect(tab.token).toBeNull();
  });
});
