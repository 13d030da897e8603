import type { Answer } from '../report/answer.ts';
import { numberOf } from '../report/answer.ts';
import type { Health, Versions } from '../report/health.ts';

/** Whether answers say that nobody has ever sent an event: no sender is known, and nothing was counted. */
export function isEmptyServer(answers: Iterable<unknown>): boolean {
  let known = false;
  for (const answer of answers) {
    if (isVersions(answer)) {
      if (answer.senders.length > 0 || ('lastEvent' in answer && answer.lastEvent !== null)) {
        return false;
      }
      known = true;
    } else if (isSummary(answer)) {
      if (answer.rows.some(row => numberOf(row, 'value') !== 0 && numberOf(row, 'value') !== null)) {
        return false;
      }
      known ||= answer.hidden.rows === 0;
    }
  }
  return known;
}

function isVersions(answer: unknown): answer is Versions | Health {
  return typeof answer === 'object' && answer !== null && 'senders' in answer;
}

function isSummary(answer: unknown): answer is Answer {
  return typeof answer === 'object' && answer !== null && (answer as Partial<Answer>).report === 'summary';
}
