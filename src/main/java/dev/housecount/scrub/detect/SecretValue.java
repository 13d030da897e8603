package dev.housecount.scrub.detect;

/** How far a secret goes, and whether it looks like one. */
final class SecretValue {
  /** The fewest characters of a credential behind Bearer or Basic. */
  private static final int MIN_CREDENTIAL = 8;

  /** No word is as long and has a digit. */
  private static final int LONG_CREDENTIAL = 20;

  /** From so many changes from small to capital letters on, a word is taken for base64. */
  private static final int MIN_HUMPS = 4;

  private static final String[] SCHEMES = {
    "Bearer ", "Basic ", "Token ", "Api-Token ", "Digest ", "ApiKey "
  };

  private SecretValue() {}

  /** The end of a value without quotes. */
  static int end(String text, int start) {
    return end(text, start, text.length());
  }

  /** The end of a value without quotes, or the limit where it goes on. */
  static int end(String text, int start, int limit) {
    int end = start;
    while (end < limit && !endsValue(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean endsValue(char c) {
    return c <= ' ' || c == '&' || c == ';' || c == ',' || c == '<' || c == '"' || c == '\'';
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
    for (String scheme : SCHEMES) {
      if (text.regionMatches(true, start, scheme, 0, scheme.length())) {
        return start + scheme.length();
      }
    }
    return start;
  }

  /** {@code alice:secret}; two numbers are ids of user and group. */
  static boolean isUserAndPassword(String text, int start, int end) {
    int colon = start;
    boolean digits = true;
    while (colon < end && text.charAt(colon) != ':') {
      digits &= Chars.isDigit(text.charAt(colon++));
    }
    boolean variable = colon + 1 < end && "$%{<".indexOf(text.charAt(colon + 1)) >= 0;
    boolean address = text.startsWith("://", colon);
    return colon + 1 < end && !variable && !address && !(digits && colon > start);
  }

  /** "bearer authentication" is a search term; a credential has digits or the look of base64. */
  static boolean looksLikeCredential(String text, int start, int end) {
    int firstDigit = start;
    int humps = 0;
    while (firstDigit < end && !Chars.isDigit(text.charAt(firstDigit))) {
      firstDigit++;
    }
    for (int i = start + 1; i < end; i++) {
      boolean capital = Chars.isUpper(text.charAt(i));
      humps += capital && !Chars.isUpper(text.charAt(i - 1)) ? 1 : 0;
    }
    boolean padded = end > start && text.charAt(end - 1) == '=';
    boolean digits =
        end - firstDigit >= MIN_CREDENTIAL || (firstDigit < end && end - start >= LONG_CREDENTIAL);
    return end - start >= MIN_CREDENTIAL && (digits || padded || humps >= MIN_HUMPS);
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

  static boolean hasCapitalInside(String text, int start, int end) {
    boolean capital = false;
    for (int i = start + 1; i < end; i++) {
      capital |= Chars.isUpper(text.charAt(i));
    }
    return capital;
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
