package dev.housecount.scrub;

import dev.housecount.event.EntityRef;

/** Where people's names begin and end in a text. */
final class NameText {
  /** What ends a name within a text. */
  private static final String NO_NAME = ":/?#&;,\"'!<>()[]{}|\\`";

  private NameText() {}

  /** Whether {@code user} stands anywhere, as it does in every path of a person's page. */
  static boolean namesUsers(String text) {
    for (int i = 0; i + EntityRef.USER.length() <= text.length(); i++) {
      boolean first = (text.charAt(i) | 0x20) == 'u';
      if (first && text.regionMatches(true, i, EntityRef.USER, 0, EntityRef.USER.length())) {
        return true;
      }
    }
    return false;
  }

  /** Whether the word before the colon is {@code user}. */
  static boolean followsUser(String text, int colon) {
    int start = colon - EntityRef.USER.length();
    if (!text.regionMatches(true, start, EntityRef.USER, 0, EntityRef.USER.length())) {
      return false;
    }
    char before = start == 0 ? ' ' : text.charAt(start - 1);
    return !Character.isLetterOrDigit(before) && "_.-".indexOf(before) < 0;
  }

  /** Where a name that begins at the index ends; the same index where none does. */
  static int endOfName(String text, int start) {
    int end = start;
    while (end < text.length() && !endsName(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean endsName(char c) {
    if (c < 0x80) {
      return NO_NAME.indexOf(c) >= 0 || Character.isWhitespace(c);
    }
    return switch (Character.getType(c)) {
      case Character.SPACE_SEPARATOR,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION ->
          true;
      default -> Character.isWhitespace(c) || Character.isSpaceChar(c);
    };
  }

  /** Whether the whole is a name. */
  static boolean isName(String name) {
    return endOfName(name, 0) == name.length() && !name.endsWith(".");
  }

  /** A name without the dots that end the sentence around it. */
  static String withoutDots(String name) {
    int end = name.length();
    while (end > 1 && name.charAt(end - 1) == '.') {
      end--;
    }
    return name.substring(0, end);
  }
}
