package dev.housecount.scrub;

import dev.housecount.event.EntityRef;

/** Where people's names begin and end in a text. */
final class NameText {
  /** What ends a name within a text. */
  private static final String NO_NAME = ":/?#&;,\"'!<>()[]{}|\\`";

  /** Signs of a sentence that are no part of a name at whose end they stand. */
  private static final String AROUND = ".,;:!?)]}>\"'";

  /** What may stand within a name where the whole text is a ref. */
  private static final String JOINTS = "/'";

  private static final int ASCII = 128;

  /** One of these is in every URL, path and ref of ASCII. */
  private static final boolean[] SIGNS = new boolean[ASCII];

  static {
    "/:?%&.\\".chars().forEach(sign -> SIGNS[sign] = true);
  }

  private NameText() {}

  /** Whether {@code user} stands anywhere, as it does in every path of a person's page. */
  static boolean namesUsers(String text) {
    boolean named = false;
    for (int i = 0; i < text.length() && !named; i++) {
      named = isUser(text, i);
    }
    return named;
  }

  /** Whether {@code user} stands at the index, in whatever case. */
  static boolean isUser(String text, int index) {
    return (text.charAt(index) | 0x20) == 'u'
        && text.regionMatches(true, index, EntityRef.USER, 0, EntityRef.USER.length());
  }

  /** Whether a text can name a person at all; quick, since nearly none does. */
  static boolean mayName(String text) {
    boolean may = false;
    for (int i = 0; i < text.length() && !may; i++) {
      char c = text.charAt(i);
      may = c >= ASCII || c == '%' || c == '&' || c == '\\' || isUser(text, i);
    }
    return may;
  }

  /** Whether a text can neither name a person nor be an address; quick, since most are so. */
  static boolean isQuiet(String text) {
    boolean quiet = true;
    for (int i = 0; i < text.length() && quiet; i++) {
      char c = text.charAt(i);
      quiet = c < ASCII && !SIGNS[c] && !isUser(text, i);
    }
    return quiet;
  }

  /** Whether the text has a sign that is in every URL, path and ref, or more than ASCII. */
  static boolean mayHoldUrl(String text) {
    boolean may = false;
    for (int i = 0; i < text.length() && !may; i++) {
      char c = text.charAt(i);
      may = c >= ASCII || SIGNS[c];
    }
    return may;
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

  /** As {@link #endOfName}, of a name that may hold colons: {@code corp:alice}. */
  static int endOfCompound(String text, int start) {
    int end = endOfName(text, start);
    while (end > start && end < text.length() && joins(text, end)) {
      end = endOfName(text, end + 1);
    }
    return end;
  }

  /** Whether a colon stands within a name and is not that of the next ref. */
  private static boolean joins(String text, int colon) {
    return text.charAt(colon) == ':'
        && endOfName(text, colon + 1) > colon + 1
        && !followsUser(text, colon);
  }

  /** Where a text that is a name as a whole ends: before the signs of the sentence around it. */
  static int endOfWhole(String text) {
    int end = text.length();
    while (end > 0 && AROUND.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end == 0 ? text.length() : end;
  }

  /** Whether the whole is a name, taken from a text that is nothing but a ref. */
  static boolean isWhole(String name) {
    boolean whole = true;
    for (int i = 0; whole && i < name.length(); i++) {
      char c = name.charAt(i);
      whole = c == ':' ? !followsUser(name, i) : JOINTS.indexOf(c) >= 0 || !endsName(c);
    }
    return whole;
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
