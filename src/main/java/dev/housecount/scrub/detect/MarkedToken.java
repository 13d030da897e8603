package dev.housecount.scrub.detect;

/**
 * A token that is known by what stands inside of it.
 *
 * @param left what stands before the mark, from {@code leastLeft} to {@code mostLeft} of it
 * @param mark has a sign, by which it is looked for
 * @param right what stands behind it, from {@code leastRight} to {@code mostRight} of it
 */
record MarkedToken(
    TokenBody left,
    int leastLeft,
    int mostLeft,
    String mark,
    TokenBody right,
    int leastRight,
    int mostRight) {

  /** Where in the mark its first sign is. */
  int sign() {
    int sign = 0;
    while (Chars.isAlphanumeric(mark.charAt(sign))) {
      sign++;
    }
    return sign;
  }

  /** Adds the token whose mark begins at the index, and answers its end or -1. Bounded. */
  int end(String text, int at, Finds finds) {
    if (!text.startsWith(mark, at)) {
      return -1;
    }
    int start = left.start(text, at, at - mostLeft - 1);
    int from = at + mark.length();
    int end = right.end(text, from, from + mostRight + 2);
    end = end > from && text.charAt(end - 1) == '.' ? end - 1 : end; // the sentence's
    boolean fits = at - start >= leastLeft && at - start <= mostLeft;
    if (!fits || end - from < leastRight || end - from > mostRight || !hasDigit(text, start, end)) {
      return -1;
    }
    finds.add(FindKind.TOKEN, start, end);
    return end;
  }

  private static boolean hasDigit(String text, int start, int end) {
    boolean digit = false;
    for (int i = start; i < end; i++) {
      digit |= Chars.isDigit(text.charAt(i));
    }
    return digit;
  }
}
