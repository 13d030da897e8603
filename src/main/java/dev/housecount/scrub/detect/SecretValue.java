package dev.housecount.scrub.detect;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Base64;

/** How far a secret goes, and whether it looks like one. */
final class SecretValue {
  /** The fewest characters of a credential behind Bearer or Basic. */
  private static final int MIN_CREDENTIAL = 8;

  /** No word is as long and has a digit. */
  private static final int LONG_CREDENTIAL = 20;

  /** From so many changes from small to capital letters on, a word is taken for base64. */
  private static final int MIN_HUMPS = 4;

  /** So often letters and digits take turns; {@code oauth2}, {@code auth2024setup} are words. */
  private static final int MIN_TURNS = 3;

  /** How much of a user and password is looked at: whole groups of base64. */
  private static final int SAMPLE = 512;

  private SecretValue() {}

  /** The end of a value without quotes, or the limit where it goes on. */
  static int end(String text, int start, int limit) {
    int end = start;
    while (end < limit && text.charAt(end) > ' ' && "&;,<\"'".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  /** The end of a value without quotes. */
  static int end(String text, int start) {
    return end(text, start, text.length());
  }

  /**
   * The end of a quoted value, also when the quote itself is escaped; -1 when nothing is in it. One
   * that is never closed ends with its first word.
   */
  static int endOfQuoted(String text, int start, char quote) {
    int end = text.indexOf(quote, start);
    if (end < 0) {
      return end(text, start);
    }
    while (end > start && text.charAt(end - 1) == '\\') {
      end--;
    }
    return end > start ? end : -1;
  }

  /** {@code Authorization: Bearer …}: the scheme is no secret. */
  static int afterScheme(String text, int start) {
    for (String scheme : Words.of("schemes")) {
      int end = start + scheme.length();
      if (text.regionMatches(true, start, scheme, 0, scheme.length())
          && Chars.at(text, end) == ' ') {
        return end + 1;
      }
    }
    return start;
  }

  /** {@code alice:secret}; two numbers are ids of user and group. */
  static boolean isUserAndPassword(String text, int start, int end) {
    int colon = text.substring(start, end).indexOf(':') + start;
    boolean group = colon > start && Chars.endOfDigits(text, start, end - start) == colon;
    boolean variable = colon + 1 < end && "$%{<".indexOf(text.charAt(colon + 1)) >= 0;
    return colon >= start
        && colon + 1 < end
        && !variable
        && !group
        && !text.startsWith("://", colon);
  }

  /** What {@code Basic} takes: user and password in base64 (RFC 7617). */
  static boolean isBasic(String text, int start, int end) {
    int length = Math.min(end - start, SAMPLE) / 4 * 4;
    String sample = text.substring(start, start + length);
    try {
      String pair = new String(Base64.getDecoder().decode(sample), ISO_8859_1);
      boolean text7617 = pair.chars().noneMatch(Character::isISOControl);
      return pair.indexOf(':') >= 0 && text7617;
    } catch (IllegalArgumentException e) {
      return false; // no base64
    }
  }

  /** "bearer authentication" is a search term; a credential has digits or the look of base64. */
  static boolean isBearer(String text, int start, int end) {
    int humps = 0;
    int turns = 0;
    boolean digit = false;
    char kind = 'x';
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      char next = Chars.isDigit(c) ? '9' : Chars.isLetter(c) ? 'a' : kind;
      turns += next == kind || kind == 'x' ? 0 : 1;
      kind = next;
      digit |= next == '9';
      humps += i > start && Chars.isUpper(c) && !Chars.isUpper(text.charAt(i - 1)) ? 1 : 0;
    }
    boolean padded = end > start && text.charAt(end - 1) == '=';
    boolean random = turns >= MIN_TURNS || digit && isOneWord(text, start, end);
    return end - start >= MIN_CREDENTIAL && (random || padded || humps >= MIN_HUMPS);
  }

  /** So long, without a sign between words. */
  private static boolean isOneWord(String text, int start, int end) {
    int letters = 0;
    int longest = 0;
    for (int i = start; i < end; i++) {
      letters = Chars.isAlphanumeric(text.charAt(i)) ? letters + 1 : 0;
      longest = Math.max(longest, letters);
    }
    return longest >= LONG_CREDENTIAL;
  }

  /** {@code 1.29.4-alpine}: the tag of an image that is named as secrets are. */
  static boolean isVersion(String text, int start) {
    int end = start;
    while (Chars.isDigit(Chars.at(text, end))
        || (end > start && Chars.at(text, end) == '.' && Chars.isDigit(Chars.at(text, end + 1)))) {
      end++;
    }
    boolean dotted = text.substring(start, end).indexOf('.') > 0;
    while (dotted && (Chars.at(text, end) == '-' || Chars.isLetter(Chars.at(text, end)))) {
      end++;
    }
    return dotted && end == end(text, start);
  }

  /** "token: how to" is a question; a password has a digit or a sign inside. */
  static boolean looksLikePassword(String text, int start, int end) {
    boolean found = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      boolean sign = "!@#$%^*+~|".indexOf(c) >= 0 && end - start >= 6;
      found |= Chars.isDigit(c) || sign;
    }
    return found;
  }
}
