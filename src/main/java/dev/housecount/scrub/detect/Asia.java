package dev.housecount.scrub.detect;

import static dev.housecount.scrub.detect.Checksums.day;
import static dev.housecount.scrub.detect.Checksums.digit;
import static dev.housecount.scrub.detect.Checksums.endsWith;
import static dev.housecount.scrub.detect.Checksums.isDay;
import static dev.housecount.scrub.detect.Checksums.lacks11;
import static dev.housecount.scrub.detect.Checksums.luhn;
import static dev.housecount.scrub.detect.Checksums.number;
import static dev.housecount.scrub.detect.Checksums.weighted;
import static dev.housecount.scrub.detect.IdForm.id;
import static dev.housecount.scrub.detect.IdForm.named;

import java.util.stream.Stream;

/** National ids of the states of Asia (UN M49). */
final class Asia {
  private Asia() {}

  static Stream<IdForm> forms() {
    return Stream.of(
            named("9999999999999"), // Bangladesh
            id("99999999999999999X", Asia::china),
            named("999999999999999", id -> day(id, 8, 10, 0)), // China before 1999
            id("A999999(X)", Asia::hongKong),
            id("A999999[X]", Asia::hongKong),
            named("A999999X", Asia::hongKong),
            id("9999 9999 9999", Asia::india),
            id("9999-9999-9999", Asia::india),
            named("999999999999", Asia::india),
            named("9999~9999~9999~9999", Asia::india), // India's virtual ids
            id("AAAAA9999A", id -> "ABCFGHLJPT".indexOf(id.charAt(3)) >= 0), // India's taxpayers
            named("AAA9999999"), // India's voters
            named("9999999999999999", id -> day(id, 8, 6, 40)), // Indonesia
            id("99.999.999.9-999.999", id -> true), // Indonesia's taxpayers
            id("999-999999-9", Asia::iran),
            named("9999999999", Asia::iran),
            named("999999999", Checksums::luhn), // Israel
            named("99999999-9", Checksums::luhn),
            named("999999999999", Asia::japan),
            named("9999~9999~9999", Asia::japan),
            named("999999999999", id -> day(id, 2, 4, 0)), // Kazakhstan, Malaysia
            id("999999-9999999", Asia::korea),
            named("9999999999999", Asia::korea),
            id("999999-99-9999", id -> day(id, 2, 4, 0)), // Malaysia
            id("99999-9999999-9", id -> id.charAt(0) != '0'), // Pakistan
            named("9999999999999", id -> id.charAt(0) != '0'),
            id("9999-9999999-9", id -> true), // Philippines: UMID, SSS, PhilHealth
            id("99-9999999-9", id -> true),
            id("99-999999999-9", id -> true),
            named("9999999999", id -> id.charAt(0) <= '2' && luhn(id)), // Saudi Arabia
            id("A9999999A", Asia::singapore),
            id("999999999A", Asia::sriLanka),
            named("999999999999"), // Sri Lanka since 2016
            id("A999999999", Asia::taiwan),
            id("9-9999-99999-99-9", Asia::thailand),
            id("9 9999 99999 99 9", Asia::thailand),
            named("9999999999999", Asia::thailand),
            id("99999999999", Asia::turkiye),
            id("784~9999~9999999~9", Checksums::luhn)) // United Arab Emirates
        .flatMap(forms -> forms);
  }

  private static boolean china(String id) {
    int sum = weighted(id, 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2);
    long year = number(id, 6, 10);
    boolean born = year >= 1880 && year <= 2099 && isDay(number(id, 10, 12), number(id, 12, 14));
    return born && "10X98765432".charAt(sum % 11) == id.charAt(17);
  }

  private static boolean hongKong(String id) {
    int sum = 36 * 9 + (id.charAt(0) - 'A' + 10) * 8 + weighted(id.substring(1), 7, 6, 5, 4, 3, 2);
    return "0123456789A".charAt((11 - sum % 11) % 11) == id.charAt(7);
  }

  /** Aadhaar and the virtual ids that stand for it. */
  private static boolean india(String id) {
    return id.charAt(0) >= '2' && Checksums.verhoeff(id);
  }

  private static boolean iran(String id) {
    int rest = weighted(id, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
    boolean uniform = id.chars().allMatch(c -> c == id.charAt(0));
    return !uniform && endsWith(id, rest < 2 ? rest : 11 - rest);
  }

  /** My number. */
  private static boolean japan(String id) {
    return endsWith(id, lacks11(id, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2));
  }

  /** Resident registration: a day of birth, then the sex and century; no check digit since 2020. */
  private static boolean korea(String id) {
    return day(id, 2, 4, 0) && id.charAt(6) >= '1' && id.charAt(6) <= '8';
  }

  /** NRIC and FIN. */
  private static boolean singapore(String id) {
    int sum = weighted(id.substring(1), 2, 7, 6, 5, 4, 3, 2);
    return switch (id.charAt(0)) {
      case 'S' -> "JZIHGFEDCBA".charAt(sum % 11) == id.charAt(8);
      case 'T' -> "JZIHGFEDCBA".charAt((sum + 4) % 11) == id.charAt(8);
      case 'F' -> "XWUTRQPNMLK".charAt(sum % 11) == id.charAt(8);
      case 'G' -> "XWUTRQPNMLK".charAt((sum + 4) % 11) == id.charAt(8);
      case 'M' -> "XWUTRQPNJLK".charAt((sum + 3) % 11) == id.charAt(8);
      default -> false;
    };
  }

  /** NIC of old: the year and the day of it, raised by 500 for women. */
  private static boolean sriLanka(String id) {
    long day = number(id, 2, 5);
    return "VX".indexOf(id.charAt(9)) >= 0 && (day >= 1 && day <= 366 || day >= 501 && day <= 866);
  }

  private static boolean taiwan(String id) {
    int letter = 10 + "ABCDEFGHJKLMNPQRSTUVXYWZIO".indexOf(id.charAt(0));
    int sum = letter / 10 + letter % 10 * 9 + weighted(id.substring(1), 8, 7, 6, 5, 4, 3, 2, 1, 1);
    return "1289".indexOf(id.charAt(1)) >= 0 && sum % 10 == 0;
  }

  private static boolean thailand(String id) {
    int sum = weighted(id, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2);
    return endsWith(id, (11 - sum % 11) % 10);
  }

  private static boolean turkiye(String id) {
    int tenth = weighted(id, 7, 9, 7, 9, 7, 9, 7, 9, 7) % 10;
    int sum = weighted(id, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
    return id.charAt(0) != '0' && digit(id, 9) == tenth && endsWith(id, sum % 10);
  }
}
