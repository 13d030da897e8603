package dev.housecount.scrub.detect;

/** Numbers of payment cards: the issuers' ranges and lengths, and Luhn (ISO/IEC 7812). */
final class Cards {
  static final int SHORTEST = 12;
  static final int LONGEST = 19;

  private Cards() {}

  /** Whether digits without separators are the number of a card. */
  static boolean isCard(String digits) {
    int length = digits.length();
    return length >= SHORTEST
        && length <= LONGEST
        && isIssued(Integer.parseInt(digits.substring(0, 6)), length)
        && Checksums.luhn(digits);
  }

  /** Whether digits could be a card's if those are wrong that a double cannot hold. */
  static boolean mayBeCard(String digits) {
    return digits.length() <= LONGEST
        && isIssued(Integer.parseInt(digits.substring(0, 6)), digits.length());
  }

  /**
   * @param issuer the first six digits
   */
  private static boolean isIssued(int issuer, int length) {
    int two = issuer / 10_000;
    int three = issuer / 1_000;
    int four = issuer / 100;
    if (two / 10 == 4) {
      return length == 13 || length == 16 || length == 19; // Visa
    }
    if (two == 34 || two == 37) {
      return length == 15; // American Express
    }
    if (two >= 51 && two <= 55 || four >= 2221 && four <= 2720) {
      return length == 16; // Mastercard
    }
    if (three >= 300 && three <= 305 || four == 3095 || two == 36 || two == 38 || two == 39) {
      return length >= 14; // Diners Club
    }
    if (two == 35 || four >= 2200 && four <= 2205 || four == 9792) {
      return length >= 16; // JCB, Mir, Troy
    }
    if (four == 2131 || two / 10 == 1) {
      return length == 15; // JCB of old, UATP
    }
    if (two == 62 || two == 65 || two == 60 || two == 64 || two == 81 || two == 82) {
      return length >= 16; // UnionPay, Discover, RuPay
    }
    // Maestro and the domestic schemes that share its ranges.
    if (length == SHORTEST) {
      return isShortMaestro(four) || two >= 56 && two <= 58;
    }
    return two == 50 || two >= 56 && two <= 58 || two == 61 || two == 63 || two >= 66 && two <= 69;
  }

  /** Accounts of clouds have as many digits: only ranges that were issued so. */
  private static boolean isShortMaestro(int four) {
    return switch (four) {
      case 5018, 5020, 5038, 5893, 604, 6304, 6390, 6759, 6761, 6762, 6763 -> true;
      default -> false;
    };
  }
}
