package dev.housecount.scrub.detect;

/** Classes of characters, each answered by one look into a table. */
final class Chars {
  private static final byte DIGIT = 1;
  private static final byte LETTER = 2;
  private static final byte HEX = 4;
  private static final byte SECRET = 16;
  private static final byte LOCAL_PART = 32;

  /** From here on scripts are written without spaces, so that a letter does not continue a word. */
  private static final int UNSPACED_SCRIPTS = 0x0e00;

  private static final byte[] CLASSES = new byte[128];

  static {
    add("0123456789", DIGIT | HEX | SECRET | LOCAL_PART);
    add("abcdefABCDEF", LETTER | HEX | SECRET | LOCAL_PART);
    add("ghijklmnopqrstuvwxyz", LETTER | SECRET | LOCAL_PART);
    add("GHIJKLMNOPQRSTUVWXYZ", LETTER | SECRET | LOCAL_PART);
    add("-_.+/~", SECRET);
    // RFC 5322's atext without what ends a word of a URL or a sentence.
    add("!$%&'*+-=^_`{|}~.", LOCAL_PART);
  }

  private Chars() {}

  private static void add(String chars, int classes) {
    for (int i = 0; i < chars.length(); i++) {
      CLASSES[chars.charAt(i)] |= (byte) classes;
    }
  }

  private static boolean is(char c, byte type) {
    return c < 128 && (CLASSES[c] & type) != 0;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLetter(char c) {
    return is(c, LETTER);
  }

  static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  static boolean isAlphanumeric(char c) {
    return is(c, (byte) (LETTER | DIGIT));
  }

  static boolean isHex(char c) {
    return is(c, HEX);
  }

  /** What RFC 6750 and base64 allow in a credential, the padding aside. */
  static boolean isSecret(char c) {
    return is(c, SECRET);
  }

  static boolean isLocalPart(char c) {
    return c < 128 ? (CLASSES[c] & LOCAL_PART) != 0 : Character.isLetterOrDigit(c);
  }

  static boolean isDomain(char c) {
    return c < 128 ? isAlphanumeric(c) || c == '-' || c == '_' : Character.isLetterOrDigit(c);
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
