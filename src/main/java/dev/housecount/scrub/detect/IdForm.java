package dev.housecount.scrub.detect;

import java.util.function.Predicate;

/**
 * One way to write a national id.
 *
 * @param mask {@code 9} stands for a digit, {@code A} for a capital letter, {@code X} for either,
 *     {@code ~} for nothing, a space, dash or dot; anything else for itself
 * @param check takes the id without its signs
 * @param keyed whether a word that names it must stand before it: too much else looks like it
 */
record IdForm(String mask, Predicate<String> check, boolean keyed) {
  /** The end of the text that has this form and begins at the index, or -1. */
  int end(String text, int start) {
    int index = start;
    for (int i = 0; i < mask.length(); i++) {
      char form = mask.charAt(i);
      char c = Chars.at(text, index);
      if (form == '~') {
        index += c == ' ' || c == '-' || c == '.' ? 1 : 0;
      } else if (fits(form, c)) {
        index++;
      } else {
        return -1;
      }
    }
    return Chars.endsWord(text, index) && !goesOn(text, index) ? index : -1;
  }

  /** What the checks take: letters and digits alone. */
  static String bare(String text, int start, int end) {
    StringBuilder bare = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      if (Chars.isAlphanumeric(text.charAt(i))) {
        bare.append(text.charAt(i));
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
      case 'A' -> Chars.isUpper(c);
      case 'X' -> Chars.isUpper(c) || Chars.isDigit(c);
      default -> form == c;
    };
  }
}
