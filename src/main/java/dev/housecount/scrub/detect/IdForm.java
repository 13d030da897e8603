package dev.housecount.scrub.detect;

import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A state's number for a person, written in one way.
 *
 * @param state ISO 3166-1's two letters
 * @param mask {@code 9} stands for a digit, {@code A} for a letter, {@code X} for either; anything
 *     else for itself
 * @param check takes the number without its signs, letters as capitals
 */
record IdForm(String state, String mask, Predicate<String> check) {
  private static final String[] SIGNS = {"", " ", "-", "."};

  /**
   * Masks of one number, apart by {@code |}.
   *
   * @param masks as above, and {@code ~} for nothing, a space, dash or dot, everywhere the same
   */
  static Stream<IdForm> id(String state, String masks, Predicate<String> check) {
    return Stream.of(masks.split("\\|", -1))
        .flatMap(
            mask ->
                Stream.of(SIGNS)
                    .limit(mask.indexOf('~') < 0 ? 1 : SIGNS.length)
                    .map(sign -> new IdForm(state, mask.replace("~", sign), check)));
  }

  /** The end of the number that begins at the index, or -1. */
  int end(String text, int start) {
    int end = start + mask.length();
    if (end > text.length() || isTail(text, start)) {
      return -1;
    }
    for (int i = 0; i < mask.length(); i++) {
      if (!fits(mask.charAt(i), text.charAt(start + i))) {
        return -1;
      }
    }
    boolean amid = mask.indexOf(' ') > 0 && isAmidDigits(text, start, end);
    boolean whole = Chars.endsWord(text, end) && !goesOn(text, end) && !amid;
    return whole && isCapital(text, start, end) && check.test(bare(text, start, end)) ? end : -1;
  }

  private static boolean fits(char form, char c) {
    return switch (form) {
      case '9' -> Chars.isDigit(c);
      case 'A' -> Chars.isLetter(c);
      case 'X' -> Chars.isAlphanumeric(c);
      default -> form == c;
    };
  }

  /**
   * Small letters beside digits are mostly a hash or a version; {@code x} is a check digit's 10.
   */
  private static boolean isCapital(String text, int start, int end) {
    return text.substring(start, end)
        .chars()
        .allMatch(c -> c == 'x' || !Chars.isLetter((char) c) || Chars.isUpper((char) c));
  }

  private static String bare(String text, int start, int end) {
    StringBuilder bare = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      if (Chars.isAlphanumeric(text.charAt(i))) {
        bare.append(Character.toUpperCase(text.charAt(i)));
      }
    }
    return bare.toString();
  }

  /** Groups of a longer number. */
  private static boolean isAmidDigits(String text, int start, int end) {
    return Chars.at(text, start - 1) == ' ' && Chars.isDigit(Chars.at(text, start - 2))
        || Chars.at(text, end) == ' ' && Chars.isDigit(Chars.at(text, end + 1));
  }

  /** The last groups of a longer number. */
  private static boolean isTail(String text, int start) {
    char sign = Chars.at(text, start - 1);
    return (sign == '-' || sign == '/') && Chars.isDigit(Chars.at(text, start - 2));
  }

  /** A version, an amount or a longer number in groups goes on with a digit. */
  private static boolean goesOn(String text, int end) {
    char sign = Chars.at(text, end);
    return (sign == '.' || sign == '-' || sign == '/' || sign == ',')
        && Chars.isDigit(Chars.at(text, end + 1));
  }
}
