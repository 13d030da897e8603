package dev.housecount.scrub.detect;

/**
 * How many of the characters that detectors wait for a text has: one look at each character tells
 * which detectors have to look closer, mostly none.
 */
final class Census {
  /** Above this the counters could overflow: such a text is looked at by all. */
  private static final int MAX_COUNTED = 255;

  private static final int BITS = 8;
  private static final int DIGITS = 0;
  private static final int DOTS = 1;
  private static final int COLONS = 2;
  private static final int AT_SIGNS = 3;
  private static final int DASHES = 4;
  private static final int ESCAPES = 5;
  private static final int NAMES = 6;
  private static final int SPACES = 7;

  private static final long[] WEIGHTS = new long[128];

  static {
    count("0123456789", DIGITS);
    count(".", DOTS);
    count(":", COLONS);
    count("@", AT_SIGNS);
    count("-", DASHES);
    count("%&\\", ESCAPES);
    count("=>", NAMES);
    count(" ", SPACES);
  }

  private final long counts;
  private final int length;
  private final boolean ascii;

  private Census(long counts, int length, boolean ascii) {
    this.counts = counts;
    this.length = length;
    this.ascii = ascii;
  }

  private static void count(String chars, int counter) {
    for (int i = 0; i < chars.length(); i++) {
      WEIGHTS[chars.charAt(i)] += 1L << (BITS * counter);
    }
  }

  static Census of(String text) {
    int length = text.length();
    boolean counted = length <= MAX_COUNTED;
    long counts = counted ? 0 : -1;
    int all = 0;
    for (int i = 0; counted && i < length; i++) {
      char c = text.charAt(i);
      all |= c;
      counts += WEIGHTS[c & 127];
    }
    return new Census(counts, length, counted && all < 128);
  }

  private int count(int counter) {
    return (int) (counts >>> (BITS * counter)) & MAX_COUNTED;
  }

  /** Whether there is anything to decode. */
  boolean mayBeEncoded() {
    return !ascii || count(ESCAPES) > 0;
  }

  boolean mayHoldEmail() {
    return count(AT_SIGNS) > 0;
  }

  /** At least four digits and three dots. */
  boolean mayHoldIp4() {
    return count(DOTS) >= 3 && count(DIGITS) >= 4;
  }

  /** IPv6, MAC, UUID; the shortest is {@code a::1}. */
  boolean mayHoldHex() {
    return count(COLONS) >= 2
        || count(DASHES) >= 4
        || (count(DOTS) >= 2 && length >= 14)
        || (count(SPACES) >= 5 && count(DIGITS) > 2);
  }

  /** The fewest digits are those of an Indian tax number. */
  boolean mayHoldNumber() {
    return count(DIGITS) >= 4;
  }

  boolean mayHoldIban() {
    return count(DIGITS) >= 2 && length >= 15;
  }

  boolean mayHoldToken() {
    return length >= 14;
  }

  boolean mayHoldPrivateKey() {
    return count(DASHES) >= 2 && length >= 20;
  }

  /** A separator, or words of which one has a digit. */
  boolean mayHoldCredential() {
    return count(COLONS) + count(NAMES) > 0
        || (count(SPACES) > 0 && (count(DIGITS) > 0 || count(DASHES) > 1 || length >= 15));
  }
}
