package dev.housecount.scrub.detect;

/** The characters that a part of a token is made of. */
enum TokenBody {
  DIGITS("0123456789"),
  HEX(DIGITS, "abcdefABCDEF"),
  UPPER(DIGITS, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
  ALPHANUMERIC(UPPER, "abcdefghijklmnopqrstuvwxyz"),
  HEX_GROUPS(HEX, "-"),
  UPPER_GROUPS(UPPER, "-"),
  DOTTED(ALPHANUMERIC, "."),
  BASE64URL(ALPHANUMERIC, "-_"),
  TILDED(BASE64URL, ".~"),
  /** What RFC 6750 and base64 allow. */
  SECRET(TILDED, "+/="),
  PATH(SECRET, "@%");

  private final boolean[] members = new boolean[128];

  TokenBody(String chars) {
    chars.chars().forEach(c -> members[c] = true);
  }

  TokenBody(TokenBody base, String more) {
    this(more);
    for (int c = 0; c < members.length; c++) {
      members[c] |= base.members[c];
    }
  }

  boolean has(char c) {
    return c < members.length && members[c];
  }

  /** The end of the characters that begin at the index, or {@code limit} where they go on. */
  int end(String text, int index, int limit) {
    int end = index;
    int last = Math.min(limit, text.length());
    while (end < last && has(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** The start of the characters that end before the index, not before {@code limit}. */
  int start(String text, int index, long limit) {
    int start = index;
    long first = Math.max(limit, 0);
    while (start > first && has(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }
}
