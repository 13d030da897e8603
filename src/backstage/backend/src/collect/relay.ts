import type { HttpAuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { Request, RequestHandler, Response } from 'express';
import { UnreachableError, type Answer, type Housecount } from '../housecount';
import { answerProblem, answerUnreachable, pass } from '../problem';
import { MAX_BODY_BYTES, readBody } from './body';

/** What the relay works with. */
export interface Relay {
  housecount: Housecount;
  writeToken: string;
  httpAuth: HttpAuthService;
  logger: LoggerService;
}

/** Passed on as they are: what the body is, and which browser sent it, since bots do not count. */
const HEADERS = ['content-type', 'content-encoding', 'user-agent'];

/** Takes batches from users' browsers and passes them on, each as its user's, or with `user=none` as nobody's. */
export function collect({ housecount, writeToken, httpAuth, logger }: Relay): RequestHandler {
  return async (request, response) => {
    const { principal } = await httpAuth.credentials(request, { allow: ['user'] });
    const body = await readBody(request);
    if (!body) {
      answerTooLarge(response);
      return;
    }
    const user = request.query.user === 'none' ? 'none' : encodeUser(principal.userEntityRef);
    const headers = { ...kept(request), 'housecount-user': user };
    let answer: Answer;
    try {
      answer = await housecount.ask('/collect', { method: 'POST', token: writeToken, headers, body });
    } catch (error) {
      if (error instanceof UnreachableError) {
        answerUnreachable(response);
        return;
      }
      throw error;
    }
    if (answer.status === 401 || answer.status === 403) {
      logger.error(`Housecount refuses housecount.writeToken (${answer.status}); browsers keep their events`);
    }
    pass(response, answer, []);
  };
}

function kept(request: Request): Record<string, string> {
  const headers = Object.fromEntries(
    HEADERS.flatMap(name => [[name, request.get(name) ?? ''] as const]).filter(([, value]) => value),
  );
  const page = pageOf(request);
  return page ? { ...headers, referer: page } : headers;
}

/**
 * The page's origin, by which hosts are excluded. As a referrer, since an origin would make this a
 * page's request, to which other rules apply.
 */
function pageOf(request: Request): string | undefined {
  const sent = request.get('origin') ?? request.get('referer') ?? '';
  return /^https?:/.test(sent) && URL.canParse(sent) ? `${new URL(sent).origin}/` : undefined;
}

/** Percent-encoded as the server wants it: headers are ASCII, and commas would join two. */
export function encodeUser(ref: string): string {
  return encodeURI(Buffer.from(ref).toString()).replaceAll(',', '%2C');
}

function answerTooLarge(response: Response): void {
  response.setHeader('Connection', 'close');
  answerProblem(response, {
    status: 413,
    code: 'too-large',
    title: 'The batch is too large',
    detail: 'Split the batch.',
    limit: MAX_BODY_BYTES,
    unit: 'bytes',
  });
}
