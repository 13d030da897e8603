package dev.housecount.scrub.detect;

/**
 * A token that begins as its issuer documents.
 *
 * @param least the fewest characters behind the prefix; the issuer's own length is at least that
 * @param most the most; a longer run of them is no such token
 */
record PrefixedToken(FindKind kind, String prefix, TokenBody body, int least, int most) {
  /** How much of a token is looked at to tell it from words: chance puts a digit in long before. */
  private static final int SAMPLE = 64;

  /** The end of the token that begins at the index, or -1. Bounded, but for what is found. */
  int end(String text, int start) {
    if (!text.startsWith(prefix, start)) {
      return -1;
    }
    int from = start + prefix.length();
    int sample = body.end(text, from, from + Math.max(least, SAMPLE));
    boolean fits = sample - from >= least && sample - from <= most;
    boolean token = fits && (isCertain() || !isPart(text, start) && isRandom(text, from, sample));
    return token ? body.end(text, sample, text.length()) : -1;
  }

  /** {@code box.ico-7a388b69}: the end of a file's name. */
  private static boolean isPart(String text, int start) {
    return Chars.at(text, start - 1) == '.';
  }

  /** Nobody calls a thing so; {@code key-management-service} is one. */
  private boolean isCertain() {
    boolean words = prefix.indexOf('-') >= 0 || prefix.length() < 4;
    return !words || prefix.indexOf('_') > 0;
  }

  /** A digit or capital letter is in most tokens and in few names; methods have capitals. */
  private boolean isRandom(String text, int start, int end) {
    boolean random = false;
    for (int i = start; i < end && !random; i++) {
      boolean capital = prefix.length() > 2 && Chars.isUpper(text.charAt(i));
      random = capital || Chars.isDigit(text.charAt(i));
    }
    return random;
  }
}
