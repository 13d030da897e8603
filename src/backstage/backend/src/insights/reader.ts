import type { AuditorService, HttpAuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { Request, RequestHandler, Response } from 'express';
import { UnreachableError, type Housecount } from '../housecount';
import { answerProblem, answerUnreachable, pass } from '../problem';
import type { Access, Subject } from './access';

/** What readings work with. */
export interface Reader {
  housecount: Housecount;
  readToken: string;
  httpAuth: HttpAuthService;
  access: Access;
  auditor: AuditorService;
  logger: LoggerService;
}

/** How the answer is to be kept and saved. */
const HEADERS = ['cache-control', 'content-disposition', 'vary'];

/**
 * Reads a path of Housecount for whoever may.
 *
 * @param subject - whose figures are there
 */
export function read(reader: Reader, subject: Subject): RequestHandler {
  return async (request, response) => {
    const event = await reader.auditor.createEvent({
      eventId: 'insights-read',
      severityLevel: 'low',
      request: withoutQuery(request),
      meta: { path: request.path },
    });
    try {
      await answer(reader, subject, request, response);
      await event.success({ meta: { path: request.path, status: response.statusCode } });
    } catch (error) {
      await event.fail({ error: error as Error, meta: { path: request.path } });
      throw error;
    }
  };
}

/** A query may name people; the record of who read needs none of it. */
function withoutQuery(request: Request): Request {
  return Object.create(request, { originalUrl: { value: request.originalUrl.replace(/\?.*/s, '') } }) as Request;
}

async function answer(reader: Reader, subject: Subject, request: Request, response: Response): Promise<void> {
  const { housecount, httpAuth, access, readToken, logger } = reader;
  const credentials = await httpAuth.credentials(request, { allow: ['user', 'service'] });
  const asked = new URLSearchParams(request.originalUrl.split('?').slice(1).join('?'));
  const query = await access.allow(credentials, subject, asked);
  try {
    const headers = { accept: request.get('accept') ?? 'application/json' };
    const found = await housecount.ask(`${request.path}${query.size ? `?${query}` : ''}`, {
      token: readToken,
      headers,
    });
    if (found.status === 401 || found.status === 403) {
      logger.error(`Housecount refuses housecount.readToken (${found.status})`);
      answerMisconfigured(response);
    } else {
      pass(response, found, HEADERS);
    }
  } catch (error) {
    if (!(error instanceof UnreachableError)) {
      throw error;
    }
    answerUnreachable(response);
  }
}

/** No 401, which would sign people out. */
function answerMisconfigured(response: Response): void {
  answerProblem(response, {
    status: 502,
    code: 'misconfigured',
    title: 'Housecount does not know this portal',
    detail: 'The setting housecount.readToken holds no token that may read.',
  });
}
