package dev.housecount.scrub.detect;

import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One way to write a national id.
 *
 * @param mask {@code 9} stands for a digit, {@code A} for a letter, {@code X} for either; anything
 *     else for itself
 * @param check takes the id without its signs
 * @param named whether a word that names it must stand before it: too much else looks like it
 */
record IdForm(String mask, Predicate<String> check, boolean named) {
  private static final String[] SIGNS = {"", " ", "-", "."};

  /**
   * Numbers whose check digits, dates or groups little else has.
   *
   * @param mask as above, and {@code ~} for nothing, a space, dash or dot, everywhere the same
   */
  static Stream<IdForm> id(String mask, Predicate<String> check) {
    return each(mask, check, false);
  }

  /** Numbers that need a word that names them. */
  static Stream<IdForm> named(String mask, Predicate<String> check) {
    return each(mask, check, true);
  }

  /** Numbers without a check that need a word that names them. */
  static Stream<IdForm> named(String mask) {
    return each(mask, id -> true, true);
  }

  private static Stream<IdForm> each(String mask, Predicate<String> check, boolean named) {
    return Stream.of(SIGNS)
        .limit(mask.indexOf('~') < 0 ? 1 : SIGNS.length)
        .map(sign -> new IdForm(mask.replace("~", sign), check, named));
  }

  /** Whether it may begin with so many digits, or letters, and no more. */
  boolean mayBegin(int length, boolean digits) {
    int ahead = 0;
    while (ahead < mask.length() && isOf(mask.charAt(ahead), digits)) {
      ahead++;
    }
    boolean open = ahead < mask.length() && mask.charAt(ahead) == 'X';
    return ahead > 0 && (length == ahead || open && length > ahead);
  }

  private static boolean isOf(char form, boolean digits) {
    return digits ? Chars.isDigit(form) : Chars.isLetter(form) && form != 'X';
  }

  /** The end of the text that has this form and begins at the index, or -1. */
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
    return Chars.endsWord(text, end) && !goesOn(text, end) && !amid ? end : -1;
  }

  /** Groups of a longer number. */
  private static boolean isAmidDigits(String text, int start, int end) {
    return Chars.at(text, start - 1) == ' ' && Chars.isDigit(Chars.at(text, start - 2))
        || Chars.at(text, end) == ' ' && Chars.isDigit(Chars.at(text, end + 1));
  }

  /** Whether a word has to name it: small letters beside digits are mostly a hash or a version. */
  boolean mustBeNamed(String text, int start, int end) {
    boolean small = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      small |= Chars.isLetter(c) && !Chars.isUpper(c) && c != 'x'; // a check digit's 10
    }
    return named || small;
  }

  /** What the checks take: capital letters and digits alone. */
  static String bare(String text, int start, int end) {
    StringBuilder bare = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      if (Chars.isAlphanumeric(text.charAt(i))) {
        bare.append(Character.toUpperCase(text.charAt(i)));
      }
    }
    return bare.toString();
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

  private static boolean fits(char form, char c) {
    return switch (form) {
      case '9' -> Chars.isDigit(c);
      case 'A' -> Chars.isLetter(c);
      case 'X' -> Chars.isAlphanumeric(c);
      default -> form == c;
    };
  }
}
