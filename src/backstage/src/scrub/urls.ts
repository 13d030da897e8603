import { detect, USER_INFO } from './detectors.js';
import { percentDecode } from './percent.js';

/**
 * Where a URL's path ends. Encoded separators count, also encoded again (`%253F`): a decoder
 * downstream must not bring a query back.
 */
const PATH_END = /[?#;]|%(?:25)*(?:3f|23|3b)/i;

/** What, taken alone, can only be a URL or a path; the scheme may be encoded or in quotes. */
const URL_LIKE = /^(?:[/\\]|\?[\p{L}\p{Nd}]|\.\.?\/|www\.|%2f)|:\/\/|%3a%2f|^[^?]*\?[^=]+=/iu;

/** White space as Java's Character.isWhitespace has it: the server cuts at the same places. */
const WORD =
  // eslint-disable-next-line no-control-regex
  /[^\t-\r\x1c- \u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]+/g;

/** Scrubs a text that is a URL or a path as a whole. */
export function scrubUrl(url: string): string {
  // First of all: one segment of it may look like an e-mail address.
  const anonymous = cut(url).replace(...USER_INFO);
  return cut(detect(anonymous.split('/').map(scrubSegment).join('/')));
}

/** Scrubs the URLs and paths that stand between the words of a text. */
export function scrubWords(text: string): string {
  return text.replace(WORD, word => (URL_LIKE.test(word) ? scrubUrl(word) : word));
}

function cut(url: string): string {
  return url.split(PATH_END, 1)[0];
}

/** An escape stays as it is unless it hides something. */
function scrubSegment(segment: string): string {
  const decoded = percentDecode(segment);
  const scrubbed = detect(decoded);
  return scrubbed === decoded ? segment : scrubbed;
}
