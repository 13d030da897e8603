import type { Response } from 'express';
import type { Answer } from './housecount';

/** How long whoever asked waits where Housecount cannot be reached, in seconds. */
const RETRY_SECONDS = 30;

/** A problem (RFC 9457) in the form that Housecount's own have. */
interface Problem {
  status: number;
  code: string;
  title: string;
  detail: string;
  [more: string]: unknown;
}

/** Answers with a problem. */
export function answerProblem(response: Response, { status, code, ...more }: Problem): void {
  response
    .status(status)
    .type('application/problem+json')
    .send(JSON.stringify({ type: `urn:housecount:problem:${code}`, status, ...more }));
}

/** Nobody can tell now: the same again, later. */
export function answerUnreachable(response: Response): void {
  response.setHeader('Retry-After', String(RETRY_SECONDS));
  answerProblem(response, {
    status: 503,
    code: 'unreachable',
    title: 'Housecount cannot be reached',
    detail: 'Send the same again after the time that Retry-After says.',
  });
}

/** Answers as Housecount did: status, body, and of the headers those that are named. */
export function pass(response: Response, { status, headers, body }: Answer, names: string[]): void {
  for (const name of ['content-type', 'retry-after', ...names]) {
    const value = headers.get(name);
    if (value !== null) {
      response.setHeader(name, value);
    }
  }
  response.status(status).end(body);
}
