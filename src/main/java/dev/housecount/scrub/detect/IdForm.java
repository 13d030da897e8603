package dev.housecount.scrub.detect;

import java.util.function.Predicate;

/**
 * One way to write a national id.
 *
 * @param mask {@code 9} stands for a digit, {@code A} for a letter, {@code X} for either, {@code ~}
 *     for nothing, a space, dash or dot, everywhere the same; anything else for itself
 * @param check takes the id without its signs
 * @param keyed whether a word that names it must stand before it: too much else looks like it
 */
record IdForm(String mask, Predicate<String> check, boolean keyed) {
  private static final char NO_SIGN = '~';

  /** The end of the text that has this form and begins at the index, or -1. */
  int end(String text, int start) {
    int index = start;
    char separator = 0;
    for (int i = 0; i < mask.length(); i++) {
      char form = mask.charAt(i);
      char c = Chars.at(text, index);
      if (form == '~') {
        char sign = c == ' ' || c == '-' || c == '.' ? c : NO_SIGN;
        if (separator != 0 && separator != sign) {
          return -1;
        }
        separator = sign;
        index += sign == NO_SIGN ? 0 : 1;
      } else if (fits(form, c)) {
        index++;
      } else {
        return -1;
      }
    }
    return Chars.endsWord(text, index) && !goesOn(text, index) ? index : -1;
  }

  /** Whether a word has to name it: small letters beside digits are mostly a hash or a version. */
  boolean mustBeNamed(String text, int start, int end) {
    boolean small = false;
    for (int i = start; i < end; i++) {
      small |= Chars.isLetter(text.charAt(i)) && !Chars.isUpper(text.charAt(i));
    }
    return keyed || small;
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
