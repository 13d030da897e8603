// When to ask again. Plain JavaScript, since scripts/push-catalog.mjs uses it as it is.
// @ts-check

/** How often the same is asked. */
exports.TRIES = 6;

const LONGEST_WAIT = 120_000; // milliseconds

/**
 * Whether asking again would change the answer.
 *
 * @param {number} status
 */
exports.isPassing = status => status >= 500 || [408, 425, 429].includes(status);

/**
 * How long to wait before the same is asked again.
 *
 * @param {number} attempt from 1
 * @param {string | null | undefined} retryAfter the header: seconds, or a date
 * @returns {number} milliseconds
 */
exports.waitBefore = (attempt, retryAfter) => {
  const seconds = retryAfter
    ? /^\d+$/.test(retryAfter)
      ? Number(retryAfter)
      : (Date.parse(retryAfter) - Date.now()) / 1000
    : NaN;
  const wait = seconds >= 0 ? seconds * 1000 : 500 * 2 ** attempt * (1 + Math.random());
  return Math.min(wait, LONGEST_WAIT);
};
