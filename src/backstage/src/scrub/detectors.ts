const SECRET = '<secret>';

/** What the expressions look for, and what takes its place. */
type Replacement = [RegExp, string | ((found: string, ...groups: string[]) => string)];

/**
 * An address whose last label begins with two letters, as top-level domains do. `lodash@4.17.21` has
 * none.
 */
const EMAIL =
  /([\p{L}\p{N}._%+'&=~-]{1,64})(@|%40)((?:[\p{L}\p{N}_-]{1,63}\.)+\p{L}{2}[\p{L}\p{N}_-]{0,61})(?![\p{L}\p{N}_-])/giu;

/** `checkout@v4.1.12-rc.next` and `logo@2x.png` are no addresses (EmailFinder.java). */
const NO_DOMAIN = /^v?\d+\.\d|\.(?:png|jpe?g|gif|svg|webp|[jt]sx?|css|json|ya?ml|xml|html|txt|lock|tgz|gz|jar)$/i;

/** Who logs in to a URL's host, and with what. */
export const USER_INFO: [RegExp, string] = [/:\/\/[^/?# \t\n\r\f@]*@/g, '://'];

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
  [/\b(bearer|basic) +([a-z0-9+/._~=-]{8,})/gi, replaceCredential],
  // A value introduced by a name that says it is secret; "token: how to" is a question.
  [
    /\b((?:[a-z0-9]+[_-])*(?:password|passwd|pwd|passphrase|secret|token|api[_-]?key|access[_-]?key|client[_-]?secret|private[_-]?key|credentials?))(?:([=:])[^ \t\n\r\f&;,<]+|([ \t\n\r\f]*=[ \t\n\r\f]*)[^ \t\n\r\f&;,<]+|(:[ \t\n\r\f]+)[^ \t\n\r\f&;,<]*[0-9][^ \t\n\r\f&;,<]*)/gi,
    `$1$2$3$4${SECRET}`,
  ],
  USER_INFO,
];

/** Replaces e-mail addresses and secrets in a text by typed placeholders. */
export function detect(text: string): string {
  const scrubbed = ALL.reduce((rest, [pattern, by]) => rest.replace(pattern, by as string), text);
  return scrubbed.replace(EMAIL, replaceAddress);
}

/** "bearer authentication" and "basic auth2024setup" are search terms. */
function replaceCredential(found: string, scheme: string, value: string): string {
  // Letters and digits in three turns; or, for basic, user and password in base64 (RFC 7617).
  const isSecret = /basic/i.test(scheme) ? isPair(value) : /[a-z]\d+[a-z]+\d|=$/i.test(value);
  return isSecret ? SECRET : found;
}

function isPair(value: string): boolean {
  try {
    return /^(?=.*:)[ -~\xa0-\xff]*$/.test(atob(value.slice(0, value.length & ~3)));
  } catch {
    return false; // no base64
  }
}

/** Keeps what only looks like an address, and the name that introduces one (`owner=alice@acme.test`). */
function replaceAddress(
  found: string,
  local: string,
  _at: string,
  domain: string,
  offset: number,
  text: string,
): string {
  const rest = text.slice(offset + found.length);
  // Where code is: git@github.com:acme/petstore.
  const isGitHost = local === 'git' && (rest.startsWith(':') || text.slice(0, offset).endsWith('//'));
  if (NO_DOMAIN.test(domain) || isGitHost) {
    return found;
  }
  const name = /^[^+]*[=&]/.exec(local)?.[0] ?? '';
  return `${name}<email>`;
}
