package dev.housecount.scrub.detect;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.re2j.Pattern;
import java.util.Base64;
import java.util.Locale;

/** How far a secret goes, and whether it looks like one. */
final class SecretValue {
  /** The fewest characters of a credential behind Bearer or Basic. */
  private static final int MIN_CREDENTIAL = 8;

  /**
   * Padded; four changes from small to capital letters; twenty letters and digits on end; or both
   * in three turns: {@code oauth2} and {@code auth2024setup} are words.
   */
  private static final Pattern CREDENTIAL =
      Pattern.compile(
          ".*=|(?:.*[^A-Z][A-Z]){4}.*|.*\\d[A-Za-z0-9]{19}.*|.*[A-Za-z0-9]{19}\\d.*"
              + "|.*(?:[A-Za-z][^A-Za-z0-9]*\\d+[^A-Za-z0-9]*[A-Za-z]+[^A-Za-z0-9]*\\d"
              + "|\\d[^A-Za-z0-9]*[A-Za-z]+[^A-Za-z0-9]*\\d+[^A-Za-z0-9]*[A-Za-z]).*");

  /** How much of a user and password is looked at: whole groups of base64. */
  private static final int SAMPLE = 512;

  /** How much of a value is looked at to tell that it is none. */
  private static final int MAX_VALUE = 256;

  /**
   * In their order: templates and what is cut out; a variable in capitals; {@code DOCKER_PASSWORD};
   * an address without a user; {@code strings.TrimSpace(…)} and {@code names[1]}; signs alone.
   */
  private static final Pattern NONE =
      Pattern.compile(
          "(?:<|%s|\\{\\{|\\*\\*\\*|\\$\\(|\\$\\{|~/|\\./|\\$[A-Z])(?s:.*)"
              + "|[A-Z]+_[A-Z_]*"
              + "|https?://[^@]*"
              + "|[A-Za-z][\\w-]*\\.[\\w.-]+[(\\[](?s:.*)"
              + "|[A-Za-z][\\w-]{2,}[(\\[](?s:.*)[)\\]};]"
              + "|[!-/:-@\\[-`{-~]{1,20}");

  private static final Pattern VERSION = Pattern.compile("\\d+(?:\\.\\d+)+[A-Za-z-]*");

  private final SecretNames secrets;

  SecretValue(SecretNames secrets) {
    this.secrets = secrets;
  }

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
    boolean password = colon >= start && colon + 1 < end && !text.startsWith("//", colon + 1);
    return password && !group && "$%{<".indexOf(text.charAt(colon + 1)) < 0;
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
    return end - start >= MIN_CREDENTIAL
        && CREDENTIAL.matches(text.substring(start, Math.min(end, start + SAMPLE)));
  }

  /** {@code 1.29.4-alpine}: the tag of an image that is named as secrets are. */
  static boolean isVersion(String text, int start) {
    int end = end(text, start, Math.min(text.length(), start + MAX_VALUE));
    return VERSION.matches(text.substring(start, end));
  }

  /** "token: how to" is a question; a password has a digit or a sign inside. */
  static boolean looksLikePassword(String text, int start, int end) {
    String value = text.substring(start, end);
    return value.chars().anyMatch(c -> Chars.isDigit((char) c))
        || value.length() >= 6 && value.chars().anyMatch(c -> "!@#$%^*+~|".indexOf(c) >= 0);
  }

  /** Whether a value without quotes that begins at the index is no secret. Bounded. */
  boolean beginsNone(String text, int start) {
    int end = end(text, start, Math.min(text.length(), start + MAX_VALUE));
    return end > start && isNone(text, start, end);
  }

  /** Whether the text from {@code start} to before {@code last}, not empty, is no secret. */
  boolean isNone(String text, int start, int last) {
    String value = text.substring(start, Math.min(last, start + MAX_VALUE));
    return NONE.matches(value) || isWord(value) || isVariable(value);
  }

  private static boolean isWord(String value) {
    int end = value.length() - (".,:;)".indexOf(value.charAt(value.length() - 1)) < 0 ? 0 : 1);
    return Words.of("types").contains(value.substring(0, end).toLowerCase(Locale.ROOT));
  }

  /** {@code $slack-token} */
  private boolean isVariable(String value) {
    return value.startsWith("$")
        && value.length() > 3
        && value.chars().skip(1).allMatch(c -> c < 128 && (Chars.isSecret((char) c)))
        && secrets.isSecret(value.substring(1));
  }
}
