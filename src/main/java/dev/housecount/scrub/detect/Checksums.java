package dev.housecount.scrub.detect;

/** Check digits. Each takes characters without separators and answers whether they fit together. */
final class Checksums {
  private static final String DIHEDRAL =
      "0123456789123406789523401789563401289567401239567859876043216598710432765982104387659321049876543210";
  private static final String PERMUTATION =
      "01234567891576283094580379614289160435279453126870428657390127938064157046913258";

  private Checksums() {}

  static int digit(CharSequence text, int index) {
    return text.charAt(index) - '0';
  }

  /** ISO/IEC 7812-1, annex B. */
  static boolean luhn(CharSequence digits) {
    int sum = 0;
    for (int i = digits.length() - 1, place = 0; i >= 0; i--, place++) {
      int doubled = digit(digits, i) << (place & 1);
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }

  /**
   * The sum of the first digits, each times its weight.
   *
   * @param weights each one digit, to the base of 36
   */
  static int sum(CharSequence digits, String weights) {
    int sum = 0;
    for (int i = 0; i < weights.length(); i++) {
      sum += digit(digits, i) * Character.digit(weights.charAt(i), 36);
    }
    return sum;
  }

  /** Whether the last digit is this one. */
  static boolean endsWith(CharSequence digits, int check) {
    return digit(digits, digits.length() - 1) == check;
  }

  /** The remainder of the digits' weighted sum as a check digit; 10 counts as 0. */
  static int mod11(CharSequence digits, String weights) {
    return sum(digits, weights) % 11 % 10;
  }

  /** What the weighted sum lacks to a multiple of 11, as a check digit; 10 counts as 0. */
  static int lacks11(CharSequence digits, String weights) {
    return Math.floorMod(-sum(digits, weights), 11) % 10;
  }

  /** ISO 7064, MOD 11,10. */
  static boolean mod11And10(CharSequence digits) {
    int product = 10;
    for (int i = 0; i < digits.length() - 1; i++) {
      int sum = (digit(digits, i) + product) % 10;
      product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return (11 - product) % 10 == digit(digits, digits.length() - 1);
  }

  /** Verhoeff's dihedral check, as Aadhaar has it. */
  static boolean verhoeff(CharSequence digits) {
    int check = 0;
    for (int i = digits.length() - 1, place = 0; i >= 0; i--, place++) {
      int permuted = PERMUTATION.charAt(place % 8 * 10 + digit(digits, i)) - '0';
      check = DIHEDRAL.charAt(check * 10 + permuted) - '0';
    }
    return check == 0;
  }

  /** The number that digits from {@code start} to before {@code end} are. */
  static long number(CharSequence digits, int start, int end) {
    long number = 0;
    for (int i = start; i < end; i++) {
      number = number * 10 + digit(digits, i);
    }
    return number;
  }

  /** Whether there are such a month and day, 29 February included. */
  static boolean isDay(long month, long day) {
    boolean shortMonth = month == 4 || month == 6 || month == 9 || month == 11;
    int last = month == 2 ? 29 : shortMonth ? 30 : 31;
    return month >= 1 && month <= 12 && day >= 1 && day <= last;
  }

  /** The month and the day, whose number may be raised by an offset, at their indexes. */
  static boolean day(CharSequence id, int month, int day, int offset) {
    long number = number(id, day, day + 2);
    return isDay(number(id, month, month + 2), number > offset ? number - offset : number);
  }
}
