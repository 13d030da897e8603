package dev.housecount.scrub.detect;

import com.google.re2j.Pattern;

/** Numbers of payment cards: the issuers' ranges and lengths, and Luhn (ISO/IEC 7812). */
final class Cards {
  static final int SHORTEST = 12;
  static final int LONGEST = 19;

  /**
   * In their order: Visa; American Express; Mastercard; Diners Club; JCB, Mir, Troy; JCB of old,
   * UATP; UnionPay, Discover, RuPay; Maestro and the domestic schemes that share its ranges. Of
   * twelve digits, as accounts of clouds have them, only ranges that were issued so.
   */
  private static final Pattern ISSUED =
      Pattern.compile(
          "4(?:\\d{12}|\\d{15}|\\d{18})|3[47]\\d{13}"
              + "|(?:5[1-5]\\d\\d|222[1-9]|22[3-9]\\d|2[3-6]\\d\\d|27[01]\\d|2720)\\d{12}"
              + "|(?:30[0-5]\\d|3095|3[689]\\d\\d)\\d{10,15}"
              + "|(?:35\\d\\d|220[0-5]|9792)\\d{12,15}|(?:2131|1\\d{3})\\d{11}"
              + "|(?:6[0245]|8[12])\\d{14,17}|(?:50|5[678]|6[136789])\\d{11,17}"
              + "|(?:50(?:18|20|38)|5893|0604|63(?:04|90)|67(?:59|6[123])|5[678]\\d\\d)\\d{8}");

  private Cards() {}

  /** Whether digits without separators are the number of a card. */
  static boolean isCard(String digits) {
    return digits.length() >= SHORTEST && mayBeCard(digits) && Checksums.luhn(digits);
  }

  /** Whether digits could be a card's if those are wrong that a double cannot hold. */
  static boolean mayBeCard(String digits) {
    return ISSUED.matches(digits);
  }
}
