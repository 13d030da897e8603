package dev.housecount.event;

/** Text that every store and reader can take: no control characters, no half characters. */
public final class CleanText {
  private static final char REPLACEMENT = '\uFFFD';

  private CleanText() {}

  /**
   * Replaces NUL, other control characters but tab and line feed, and lone surrogates by U+FFFD.
   */
  public static String of(String text) {
    StringBuilder cleaned = null;
    for (int i = 0; i < text.length(); i++) {
      if (isBad(text, i)) {
        cleaned = cleaned == null ? new StringBuilder(text) : cleaned;
        cleaned.setCharAt(i, REPLACEMENT);
      }
    }
    return cleaned == null ? text : cleaned.toString();
  }

  private static boolean isBad(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
    }
    return Character.isISOControl(c) && c != '\t' && c != '\n';
  }
}
