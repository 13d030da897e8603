package dev.housecount.scrub.detect;

import static dev.housecount.scrub.detect.Checksums.day;
import static dev.housecount.scrub.detect.Checksums.endsWith;
import static dev.housecount.scrub.detect.Checksums.lacks11;
import static dev.housecount.scrub.detect.Checksums.luhn;
import static dev.housecount.scrub.detect.Checksums.mod11;
import static dev.housecount.scrub.detect.Checksums.number;
import static dev.housecount.scrub.detect.IdForm.id;
import static dev.housecount.scrub.detect.IdForm.named;

import java.util.stream.Stream;

/** National ids of the states of Southern Europe (UN M49). */
final class SouthernEurope {
  private static final String SPANISH_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
  private static final String ITALIAN_ODD = "BAFHJNPRTVCESULDGIMOQKWZYX";

  private SouthernEurope() {}

  static Stream<IdForm> forms() {
    return Stream.of(
            named("A99999999A"), // Albania
            named("99999999999", Checksums::mod11And10), // Croatia
            id("9999999999999", SouthernEurope::formerYugoslavia),
            id("99999999999", id -> day(id, 2, 0, 0) && luhn(id)), // Greece's AMKA
            named("999999999", SouthernEurope::greekTaxpayer),
            id("AAAAAA99A99A999A", SouthernEurope::italy),
            id("AAAAAAXXAXXAXXXA", SouthernEurope::italy),
            named("9999999A"), // Malta
            id("99999999~9~AA9", SouthernEurope::portugueseCard),
            named("999999999", id -> endsWith(id, lacks11(id, 9, 8, 7, 6, 5, 4, 3, 2))), // Portugal
            named("999 999 999", id -> endsWith(id, lacks11(id, 9, 8, 7, 6, 5, 4, 3, 2))),
            id("99999999~A", SouthernEurope::spain),
            id("99.999.999~A", SouthernEurope::spain),
            named("9999999~A", id -> spain("0" + id)),
            id("A9999999~A", SouthernEurope::spanishForeigner),
            id("A-9999999-A", SouthernEurope::spanishForeigner))
        .flatMap(forms -> forms);
  }

  /** JMBG, EMBG, EMSO: the day of birth with three digits of the year, region, check digit. */
  private static boolean formerYugoslavia(String id) {
    long year = number(id, 4, 7);
    boolean born = day(id, 2, 0, 0) && (year >= 900 || year <= 30);
    return born && endsWith(id, lacks11(id, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2));
  }

  private static boolean greekTaxpayer(String id) {
    return endsWith(id, mod11(id, 256, 128, 64, 32, 16, 8, 4, 2));
  }

  /** Codice fiscale; letters may stand for digits where two people would have the same one. */
  private static boolean italy(String id) {
    int sum = 0;
    for (int i = 0; i < 15; i++) {
      char c = id.charAt(i);
      int value = Chars.isDigit(c) ? c - '0' : c - 'A';
      sum += i % 2 == 1 ? value : ITALIAN_ODD.charAt(value) - 'A';
    }
    return "ABCDEHLMPRST".indexOf(id.charAt(8)) >= 0 && id.charAt(15) - 'A' == sum % 26;
  }

  /** Cartão de cidadão: Luhn with letters as numbers from 10 on. */
  private static boolean portugueseCard(String id) {
    int sum = 0;
    for (int i = 0; i < 12; i++) {
      int value = Character.digit(id.charAt(i), 36) << (1 - i % 2);
      sum += i % 2 == 0 && value > 9 ? value - 9 : value;
    }
    return sum % 10 == 0;
  }

  private static boolean spain(String id) {
    return SPANISH_LETTERS.charAt((int) (number(id, 0, 8) % 23)) == id.charAt(8);
  }

  /** NIE: X, Y and Z stand for 0, 1 and 2. */
  private static boolean spanishForeigner(String id) {
    return id.charAt(0) >= 'X' && spain((id.charAt(0) - 'X') + id.substring(1));
  }
}
