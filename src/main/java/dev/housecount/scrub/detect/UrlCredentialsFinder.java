package dev.housecount.scrub.detect;

/** {@code user:password@} between a URL's slashes and its host (RFC 3986, section 3.2.1). */
final class UrlCredentialsFinder implements Finder {
  /** How far an unescaped separator inside a password is looked beyond. */
  private static final int MAX_USER_INFO = 256;

  @Override
  public void find(String text, Finds finds) {
    for (int slashes = text.indexOf("//"); slashes >= 0; ) {
      int start = slashes + 2;
      int end = start;
      int at = -1;
      while (end < text.length() && !endsAuthority(text.charAt(end))) {
        at = text.charAt(end) == '@' ? end : at;
        end++;
      }
      at = at < 0 ? atBehindSeparator(text, start, end) : at;
      if (at > start && isUser(text, start, at)) {
        finds.add(FindKind.URL_CREDENTIALS, start, at + 1);
      }
      slashes = text.indexOf("//", Math.max(end, at));
    }
  }

  /** Not {@code //div[@} as in XPath, nor {@code ssh://git@}, whom all share. */
  private static boolean isUser(String text, int start, int at) {
    boolean password = false;
    boolean bracket = false;
    for (int i = start; i < at; i++) {
      password |= text.charAt(i) == ':';
      bracket |= text.charAt(i) == '[';
    }
    return password || !bracket && !(at - start == 3 && text.startsWith("git", start));
  }

  private static boolean endsAuthority(char c) {
    return c <= ' ' || c == '/' || c == '?' || c == '#' || c == '\\' || c == '"' || c == '<';
  }

  /** {@code user:p?ss@host}: what stands behind the colon is no port. */
  private static int atBehindSeparator(String text, int start, int end) {
    int colon = text.substring(start, end).indexOf(':') + start;
    if (colon < start
        || Chars.endOfDigits(text, colon + 1, 5) == end
        || Chars.at(text, start) == '[') {
      return -1;
    }
    int last = Math.min(text.length(), end + MAX_USER_INFO);
    for (int i = end; i < last && text.charAt(i) > ' '; i++) {
      if (text.charAt(i) == '@') {
        return i;
      }
    }
    return -1;
  }
}
