package dev.housecount.scrub.detect;

/** Classes of characters, and where words begin and end. */
final class Chars {
  /** From here on scripts are written without spaces, so that a letter does not continue a word. */
  static final int UNSPACED_SCRIPTS = 0x0e00;

  private Chars() {}

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLetter(char c) {
    int small = c | 0x20;
    return small >= 'a' && small <= 'z';
  }

  static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  static boolean isAlphanumeric(char c) {
    return isLetter(c) || isDigit(c);
  }

  /** What RFC 6750 and base64 allow in a credential, the padding aside. */
  static boolean isSecret(char c) {
    return isAlphanumeric(c) || "-_.+/~".indexOf(c) >= 0;
  }

  /** RFC 5322's atext without what ends a word of a URL or a sentence, and letters of RFC 6531. */
  static boolean isLocalPart(char c) {
    return Character.isLetterOrDigit(c) || "!$%&'*+-=^_`{|}~.".indexOf(c) >= 0;
  }

  static boolean isDomain(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_';
  }

  /** Whether a value that stands beside this character is only part of a longer word. */
  static boolean isGlue(char c) {
    return c < 128
        ? isAlphanumeric(c) || c == '_'
        : c < UNSPACED_SCRIPTS && Character.isLetterOrDigit(c);
  }

  /** Whether a word may begin at the index. */
  static boolean startsWord(String text, int index) {
    return index == 0 || !isGlue(text.charAt(index - 1));
  }

  /** Whether a word may end before the index. */
  static boolean endsWord(String text, int index) {
    return index == text.length() || !isGlue(text.charAt(index));
  }

  /** The character at the index, or NUL outside of the text. */
  static char at(String text, int index) {
    return index >= 0 && index < text.length() ? text.charAt(index) : 0;
  }

  /** The end of the digits that begin at the index, at most {@code max} of them. */
  static int endOfDigits(String text, int index, int max) {
    int end = index;
    while (end < text.length() && end - index < max && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  static char lower(char c) {
    return isUpper(c) ? (char) (c + ('a' - 'A')) : c;
  }
}
