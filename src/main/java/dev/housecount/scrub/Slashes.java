package dev.housecount.scrub;

/**
 * What is a slash in a URL: encoded ones, also encoded again, and backslashes are, as in a browser.
 */
final class Slashes {
  private Slashes() {}

  /** Quick, since most characters begin none. */
  static boolean mayBegin(char c) {
    return c == '/' || c == '%' || c == '\\';
  }

  /** Behind all slashes that begin here; the same index where there is none. */
  static int end(String url, int start) {
    int end = endOfOne(url, start);
    while (end > start) {
      int next = url.startsWith(".", end) ? end + 1 : end;
      int behind = endOfOne(url, next);
      if (behind == next) {
        return end;
      }
      end = behind;
    }
    return end;
  }

  /** {@code /}, {@code %2F}, {@code %252F} and so on; the same index where there is none. */
  private static int endOfOne(String url, int start) {
    if (start == url.length()) {
      return start;
    }
    char first = url.charAt(start);
    if (first == '/' || first == '\\') {
      return start + 1;
    }
    if (first != '%') {
      return start;
    }
    int i = start + 1;
    while (url.startsWith("25", i)) {
      i += 2;
    }
    boolean slash =
        url.regionMatches(true, i, "2f", 0, 2) || url.regionMatches(true, i, "5c", 0, 2);
    return slash ? i + 2 : start;
  }

  /** Whether what stands between two segments are two slashes at least, as before a host. */
  static boolean isDouble(String slashes) {
    return slashes.length() > 1 && (slashes.charAt(0) != '%' || slashes.indexOf('%', 1) > 0);
  }

  /** How often a slash is escaped. */
  static int escapes(String slash) {
    return slash.startsWith("%") ? (slash.indexOf('%', 1) < 0 ? slash.length() : 3) : 0;
  }
}
