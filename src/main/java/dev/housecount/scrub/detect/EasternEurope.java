package dev.housecount.scrub.detect;

import static dev.housecount.scrub.detect.Checksums.day;
import static dev.housecount.scrub.detect.Checksums.digit;
import static dev.housecount.scrub.detect.Checksums.endsWith;
import static dev.housecount.scrub.detect.Checksums.isDay;
import static dev.housecount.scrub.detect.Checksums.mod11;
import static dev.housecount.scrub.detect.Checksums.number;
import static dev.housecount.scrub.detect.Checksums.weighted;
import static dev.housecount.scrub.detect.IdForm.id;
import static dev.housecount.scrub.detect.IdForm.named;

import java.util.stream.Stream;

/** National ids of the states of Eastern Europe (UN M49). */
final class EasternEurope {
  private EasternEurope() {}

  static Stream<IdForm> forms() {
    return Stream.of(
            id("9999999A999AA9", id -> day(id, 3, 1, 0)), // Belarus
            named("9999999999", EasternEurope::bulgaria),
            named("9999999999", EasternEurope::bulgarianForeigner),
            id("999999/9999", EasternEurope::czechia), // also Slovakia
            id("999999/999", id -> isBorn(id, 50)), // before 1954
            named("9999999999", EasternEurope::czechia),
            named("99999999999", EasternEurope::hungary),
            id("9-999999-9999", EasternEurope::hungary),
            named("999 999 999", id -> weighted(id, 3, 7, 3, 7, 3, 7, 3, 7, -1) % 10 == 0), // TAJ
            named("8999999999", id -> endsWith(id, mod11(id, 1, 2, 3, 4, 5, 6, 7, 8, 9))),
            named("9999999999999"), // Moldova
            id("99999999999", EasternEurope::poland),
            id("999-999-99-99", EasternEurope::polishTaxpayer),
            named("AAA999999"), // Poland's identity card
            id("9999999999999", EasternEurope::romania),
            id("999-999-999~99", EasternEurope::russia),
            named("999999999999", EasternEurope::russianTaxpayer),
            named("9999 999999"), // Russia's passport
            named(
                "9999999999",
                id -> endsWith(id, mod11(id, -1, 5, 7, 9, 4, 6, 10, 5, 7)))) // Ukraine
        .flatMap(forms -> forms);
  }

  /** The month raised by an offset for women, and by 20 where the century's numbers ran out. */
  private static boolean isBorn(String id, int offset) {
    long month = number(id, 2, 4) % offset;
    return isDay(month > 20 ? month - 20 : month, number(id, 4, 6));
  }

  /** EGN; 20 and 40 are added to the month of other centuries. */
  private static boolean bulgaria(String id) {
    long month = number(id, 2, 4);
    return isDay(month > 40 ? month - 40 : month > 20 ? month - 20 : month, number(id, 4, 6))
        && endsWith(id, mod11(id, 2, 4, 8, 5, 10, 9, 7, 3, 6));
  }

  private static boolean bulgarianForeigner(String id) {
    return endsWith(id, weighted(id, 21, 19, 17, 13, 11, 9, 7, 3, 1) % 10);
  }

  /** Rodné číslo. */
  private static boolean czechia(String id) {
    return isBorn(id, 50) && endsWith(id, (int) (number(id, 0, 9) % 11 % 10));
  }

  /** The weights run backwards for those born before 1997. */
  private static boolean hungary(String id) {
    int older = weighted(id, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10) % 11;
    int younger = weighted(id, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1) % 11;
    boolean born = id.charAt(0) >= '1' && id.charAt(0) <= '8' && day(id, 3, 5, 0);
    return born && (endsWith(id, older) || endsWith(id, younger));
  }

  /** PESEL; months 21 to 32 are of the years from 2000 on. */
  private static boolean poland(String id) {
    long month = number(id, 2, 4);
    return isDay(month > 20 ? month - 20 : month, number(id, 4, 6))
        && weighted(id, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1) % 10 == 0;
  }

  /** NIP. */
  private static boolean polishTaxpayer(String id) {
    return weighted(id, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == digit(id, 9);
  }

  /** CNP. */
  private static boolean romania(String id) {
    int check = weighted(id, 2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9) % 11;
    return id.charAt(0) != '0' && day(id, 3, 5, 0) && endsWith(id, check == 10 ? 1 : check);
  }

  /** SNILS. */
  private static boolean russia(String id) {
    return weighted(id, 9, 8, 7, 6, 5, 4, 3, 2, 1) % 101 % 100 == number(id, 9, 11);
  }

  /** INN of a person. */
  private static boolean russianTaxpayer(String id) {
    return mod11(id, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8) == digit(id, 10)
        && mod11(id, 3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8) == digit(id, 11);
  }
}
