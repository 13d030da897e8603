package dev.housecount.scrub.detect;

import static dev.housecount.scrub.detect.Checksums.day;
import static dev.housecount.scrub.detect.Checksums.digit;
import static dev.housecount.scrub.detect.Checksums.endsWith;
import static dev.housecount.scrub.detect.Checksums.luhn;
import static dev.housecount.scrub.detect.Checksums.weighted;
import static dev.housecount.scrub.detect.IdForm.id;
import static dev.housecount.scrub.detect.IdForm.named;

import java.util.stream.Stream;

/** National ids of the states of Africa and Oceania (UN M49). */
final class AfricaAndOceania {
  private static final int MAURITIAN = 17;

  private AfricaAndOceania() {}

  static Stream<IdForm> forms() {
    return Stream.of(
            named("999999999999999999"), // Algeria
            named("99999999999999", id -> day(id, 3, 5, 0)), // Egypt
            id("A999999999999X", AfricaAndOceania::mauritius),
            named("99999999999"), // Nigeria
            id("9999999999999", AfricaAndOceania::southAfrica),
            id("999999 9999 99 9", AfricaAndOceania::southAfrica),
            id("999999 9999 999", AfricaAndOceania::southAfrica),
            named("9999999999", Checksums::luhn), // South Africa's taxpayers
            named("9999/999/99/9", Checksums::luhn),
            named("999~999~999", AfricaAndOceania::australia),
            id("9999 99999 9", AfricaAndOceania::australianHealth),
            named("9999999999", AfricaAndOceania::australianHealth),
            named("99~999~999", id -> newZealand("0" + id)),
            named("999~999~999", AfricaAndOceania::newZealand))
        .flatMap(forms -> forms);
  }

  /** The first letter of a name, a day of birth, and a check digit from 0 to G. */
  private static boolean mauritius(String id) {
    int sum = 0;
    for (int i = 0; i < 13; i++) {
      sum += Character.digit(id.charAt(i), 36) * (14 - i);
    }
    return day(id, 3, 1, 0) && Math.floorMod(-sum, MAURITIAN) == Character.digit(id.charAt(13), 36);
  }

  /** A day of birth, then citizenship, and Luhn. */
  private static boolean southAfrica(String id) {
    boolean citizen = id.charAt(10) <= '2' && id.charAt(11) >= '8';
    return citizen && day(id, 2, 4, 0) && luhn(id);
  }

  /** TFN. */
  private static boolean australia(String id) {
    return weighted(id, 1, 4, 3, 7, 5, 8, 6, 9, 10) % 11 == 0;
  }

  /** Medicare. */
  private static boolean australianHealth(String id) {
    boolean issued = id.charAt(0) >= '2' && id.charAt(0) <= '6';
    return issued && weighted(id, 1, 3, 7, 9, 1, 3, 7, 9) % 10 == digit(id, 8);
  }

  /** IRD: other weights where the first ones give no digit. */
  private static boolean newZealand(String id) {
    int check = Math.floorMod(-weighted(id, 3, 2, 7, 6, 5, 4, 3, 2), 11);
    check = check == 10 ? Math.floorMod(-weighted(id, 7, 4, 3, 2, 5, 2, 7, 6), 11) : check;
    return endsWith(id, check);
  }
}
