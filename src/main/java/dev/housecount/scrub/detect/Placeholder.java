package dev.housecount.scrub.detect;

import java.util.Locale;
import java.util.Set;

/** What stands where a secret would, and is none: variables, types, code. */
final class Placeholder {
  /** As the help of a command line names what follows an option, and values that say nothing. */
  private static final Set<String> WORDS =
      Set.of(
          ("string strings stringarray stringslice str int bool boolean file filename path duration"
                  + " text value values flag flags option options argument arguments name arg and or"
                  + " is to with for true false null nil none undefined no-check")
              .split(" "));

  private static final String[] BEGINNINGS = {"<", "= ", "%s", "{{", "***", "$(", "${", "~/", "./"};
  private static final int MAX_WORD = 20;

  /** How much of a value is looked at. */
  private static final int MAX_VALUE = 256;

  private Placeholder() {}

  /** Whether a value without quotes that begins at the index is no secret. Bounded. */
  static boolean begins(String text, int start) {
    int end = SecretValue.end(text, start, Math.min(text.length(), start + MAX_VALUE));
    return end > start && is(text, start, end);
  }

  /** Whether the text from {@code start} to before {@code last}, not empty, is no secret. */
  static boolean is(String text, int start, int last) {
    int end = Math.min(last, start + MAX_VALUE);
    for (String beginning : BEGINNINGS) {
      if (text.startsWith(beginning, start)) {
        return true;
      }
    }
    return isVariable(text, start, end)
        || isWord(text, start, end)
        || isAddress(text, start, end)
        || isCode(text, start, end)
        || hasNoLetterOrDigit(text, start, end);
  }

  /** {@code $PASSWORD}, {@code $slack-token} */
  private static boolean isVariable(String text, int start, int end) {
    if (text.charAt(start) != '$') {
      return false;
    }
    int stop = start + 1;
    while (stop < end && isName(text.charAt(stop))) {
      stop++;
    }
    boolean named =
        stop == end && stop - start > 3 && SecretNames.isSecret(text.substring(start + 1, stop));
    return named || Chars.isUpper(Chars.at(text, start + 1));
  }

  /** Also {@code DOCKER_PASSWORD}. */
  private static boolean isWord(String text, int start, int end) {
    int stop = ".,:;)".indexOf(text.charAt(end - 1)) < 0 ? end : end - 1;
    if (stop - start <= MAX_WORD
        && WORDS.contains(text.substring(start, stop).toLowerCase(Locale.ROOT))) {
      return true;
    }
    boolean capitals = true;
    boolean joined = false;
    for (int i = start; i < end && capitals; i++) {
      joined |= text.charAt(i) == '_' && i > start;
      capitals = Chars.isUpper(text.charAt(i)) || text.charAt(i) == '_';
    }
    return capitals && joined;
  }

  /** {@code Secret: https://docs.acme.test}; with a user in it, it is looked at all the same. */
  private static boolean isAddress(String text, int start, int end) {
    boolean address = text.startsWith("http://", start) || text.startsWith("https://", start);
    for (int i = start; i < end && address; i++) {
      address = text.charAt(i) != '@';
    }
    return address;
  }

  /** {@code strings.TrimSpace(…)}, {@code names[1]}: a name, then a bracket that is closed. */
  private static boolean isCode(String text, int start, int end) {
    int stop = start;
    while (stop < end && isName(text.charAt(stop))) {
      stop++;
    }
    char sign = stop < end ? text.charAt(stop) : 0;
    boolean dotted = text.substring(start, stop).indexOf('.') > 0;
    boolean closed = ")]};".indexOf(text.charAt(end - 1)) >= 0;
    return stop - start > 2
        && Chars.isLetter(text.charAt(start))
        && (sign == '(' || sign == '[')
        && (dotted || closed);
  }

  private static boolean hasNoLetterOrDigit(String text, int start, int end) {
    boolean none = true;
    for (int i = start; i < end && none; i++) {
      none = !Character.isLetterOrDigit(text.charAt(i)) && text.charAt(i) < 128;
    }
    return none && end - start <= MAX_WORD;
  }

  private static boolean isName(char c) {
    return Chars.isAlphanumeric(c) || c == '_' || c == '-' || c == '.';
  }
}
