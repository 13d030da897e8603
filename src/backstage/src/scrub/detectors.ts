const SECRET = '<secret>';

/** What the expressions look for, and what takes its place. */
type Replacement = [RegExp, string];

/** Who logs in to a URL's host, and with what. */
export const USER_INFO: Replacement = [/:\/\/[^/?# \t\n\r\f@]*@/g, '://'];

/** In the order in which they run. The first pass only: the server looks for more, and again for these (Detectors.java). */
const ALL: Replacement[] = [
  // The whole block, or all that follows when its end is cut off.
  [/-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----[^]*?(?:-----END [A-Z0-9 ]*PRIVATE KEY-----|$)/g, SECRET],
  // JWT: two base64url parts that begin as JSON objects do, then the signature.
  [/eyJ[A-Za-z0-9_=-]{4,}\.[A-Za-z0-9_=-]{4,}(?:\.[A-Za-z0-9_=-]*)*/g, SECRET],
  // AWS, GitHub, GitLab, Slack, Stripe, Google, npm: their issuers document the prefixes.
  [
    /\b(?:A(?:KIA|SIA|ROA|IDA)[A-Z0-9]{16}|gh[pousr]_[A-Za-z0-9]{16,}|github_pat_[A-Za-z0-9_]{16,}|gl(?:pat|dt|rt|ptt)-[A-Za-z0-9_-]{16,}|xox[abeoprs]-[A-Za-z0-9-]{8,}|[sr]k_(?:live|test)_[A-Za-z0-9]{8,}|AIza[A-Za-z0-9_-]{30,}|npm_[A-Za-z0-9]{30,})/g,
    SECRET,
  ],
  // "bearer authentication" is a search term; a credential has digits.
  [/\b(?:bearer|basic) +[a-z+/._~-]*[0-9][a-z0-9+/._~-]{7,}=*/gi, SECRET],
  // A value introduced by a name that says it is secret; "token: how to" is a question.
  [
    /\b((?:[a-z0-9]+[_-])*(?:password|passwd|pwd|passphrase|secret|token|api[_-]?key|access[_-]?key|client[_-]?secret|private[_-]?key|credentials?))(?:([=:])[^ \t\n\r\f&;,<]+|([ \t\n\r\f]*=[ \t\n\r\f]*)[^ \t\n\r\f&;,<]+|(:[ \t\n\r\f]+)[^ \t\n\r\f&;,<]*[0-9][^ \t\n\r\f&;,<]*)/gi,
    `$1$2$3$4${SECRET}`,
  ],
  USER_INFO,
  [/[\p{L}\p{N}._%+'&=~-]{1,64}(?:@|%40)(?:[\p{L}\p{N}-]{1,63}\.)+[\p{L}\p{N}-]{2,63}/giu, '<email>'],
];

/** Replaces e-mail addresses and secrets in a text by typed placeholders. */
export function detect(text: string): string {
  return ALL.reduce((scrubbed, [pattern, replacement]) => scrubbed.replace(pattern, replacement), text);
}
