package dev.housecount.scrub.detect;

import com.google.re2j.Pattern;
import java.util.Locale;

/** What stands where a secret would, and is none: variables, types, code. */
final class Placeholder {
  /** How much of a value is looked at. */
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

  private final SecretNames secrets;

  Placeholder(SecretNames secrets) {
    this.secrets = secrets;
  }

  /** Whether a value without quotes that begins at the index is no secret. Bounded. */
  boolean begins(String text, int start) {
    int end = SecretValue.end(text, start, Math.min(text.length(), start + MAX_VALUE));
    return end > start && is(text, start, end);
  }

  /** Whether the text from {@code start} to before {@code last}, not empty, is no secret. */
  boolean is(String text, int start, int last) {
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
