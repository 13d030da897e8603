package dev.housecount.testing;

import java.util.Random;

/** Random text from a mask. */
final class Masks {
  private static final String DIGITS = "0123456789";
  private static final String HEX = "0123456789abcdef";
  private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String ALPHANUMERIC =
      UPPER + UPPER.toLowerCase(java.util.Locale.ROOT) + DIGITS;

  private Masks() {}

  /**
   * {@code #} a digit, {@code N} a digit from 2, {@code D} a digit from 1, {@code h} a hexadecimal
   * digit, {@code @} a capital letter, {@code *} a letter or digit; the rest stands for itself.
   */
  static String fill(Random random, String mask) {
    StringBuilder filled = new StringBuilder();
    for (char c : mask.toCharArray()) {
      filled.append(
          switch (c) {
            case '#' -> pick(random, DIGITS);
            case 'N' -> pick(random, DIGITS.substring(2));
            case 'D' -> pick(random, DIGITS.substring(1));
            case 'h' -> pick(random, HEX);
            case '@' -> pick(random, UPPER);
            case '*' -> pick(random, ALPHANUMERIC);
            default -> c;
          });
    }
    return filled.toString();
  }

  static String digits(Random random, int count) {
    return fill(random, "#".repeat(count));
  }

  static String alphanumeric(Random random, int count) {
    return fill(random, "*".repeat(count));
  }

  static char pick(Random random, String chars) {
    return chars.charAt(random.nextInt(chars.length()));
  }

  static <T> T pick(Random random, T[] values) {
    return values[random.nextInt(values.length)];
  }
}
