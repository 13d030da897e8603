package dev.housecount.scrub.detect;

/**
 * How many of the characters that detectors wait for a text has: one look at each character tells
 * which detectors have to look closer, mostly none.
 */
final class Census {
  private final int[] counts = new int[128];
  private final int length;
  private boolean ascii = true;
  private int digits;

  private Census(String text) {
    length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c < counts.length) {
        counts[c]++;
        digits += Chars.isDigit(c) ? 1 : 0;
      } else {
        ascii = false;
      }
    }
  }

  static Census of(String text) {
    return new Census(text);
  }

  /** Whether there is anything to decode. */
  boolean mayBeEncoded() {
    return !ascii || counts['%'] + counts['&'] + counts['\\'] > 0;
  }

  boolean mayHoldEmail() {
    return counts['@'] > 0;
  }

  /** At least four digits and three dots. */
  boolean mayHoldIp4() {
    return counts['.'] >= 3 && digits >= 4;
  }

  /** The shortest is {@code a::1}; a MAC address has five. */
  boolean mayHoldIp6() {
    return counts[':'] >= 2;
  }

  /** The shortest but a user and password is a MAC address with dots. */
  boolean mayHoldShape() {
    return counts['@'] > 0 || length >= 14;
  }

  /** The fewest digits are those of a phone. */
  boolean mayHoldNumber() {
    return digits >= 6;
  }

  boolean mayHoldIban() {
    return digits >= 2 && length >= 15;
  }

  boolean mayHoldToken() {
    return length >= 14;
  }

  /** A separator, or words of which one has a digit. */
  boolean mayHoldCredential() {
    return counts[':'] + counts['='] + counts['>'] > 0
        || (counts[' '] > 0 && (digits > 0 || counts['-'] > 1 || length >= 15));
  }
}
