package dev.housecount.scrub.detect;

/** The form of what stands between colons. */
final class Ip6 {
  static final int NONE = 0;
  static final int MAC = 1;
  static final int ADDRESS = 2;

  private static final int GROUPS = 8;

  private Ip6() {}

  /**
   * Tells an IPv6 address (RFC 4291, section 2.2) from a MAC address and from what is neither, such
   * as a time of day or a name in C++.
   *
   * @param mapped whether an IPv4 address follows, which stands for two groups
   */
  static int groups(String text, int start, int end, boolean mapped) {
    int count = mapped ? 2 : 0;
    int pairs = 0;
    int gaps = 0;
    boolean digit = mapped;
    for (int i = start; i < end; ) {
      int stop = i;
      while (stop < end && text.charAt(stop) != ':') {
        digit |= Chars.isDigit(text.charAt(stop++));
      }
      if (stop - i > 4) {
        return NONE;
      }
      count += stop > i ? 1 : 0;
      pairs += stop - i == 2 ? 1 : 0;
      boolean gap = text.startsWith("::", stop) && stop + 2 <= end;
      gaps += gap ? 1 : 0;
      boolean single = stop < end && !gap;
      if (single && (stop + 1 == end && !mapped || stop == start)) {
        return NONE;
      }
      i = stop + (gap ? 2 : 1);
      if (gap && i < end && text.charAt(i) == ':') {
        return NONE;
      }
    }
    return type(count, pairs, gaps, digit);
  }

  private static int type(int count, int pairs, int gaps, boolean digit) {
    if (gaps == 0) {
      return count == 6 && pairs == 6 ? MAC : count == GROUPS ? ADDRESS : NONE;
    }
    boolean name = count < 3 && !digit; // dead::beef
    return gaps == 1 && count >= 1 && count < GROUPS && !name ? ADDRESS : NONE;
  }
}
