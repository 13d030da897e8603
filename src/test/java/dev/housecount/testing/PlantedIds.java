package dev.housecount.testing;

import static dev.housecount.testing.Masks.digits;
import static dev.housecount.testing.Masks.fill;
import static dev.housecount.testing.Masks.pick;
import static dev.housecount.testing.PlantedNumbers.born;
import static dev.housecount.testing.PlantedNumbers.luhnDigit;
import static dev.housecount.testing.PlantedNumbers.sum;

import java.util.Random;

/** National ids of further states, with check digits computed here. */
final class PlantedIds {
  /** Forms that little else has, where the form itself is enough. */
  private static final String[] FORMS = {
    "99.###.###.#-###.###", "D###-#######-#", "32####-#####", "D######A001PB#"
  };

  private PlantedIds() {}

  /** Found without a word that names it. */
  static String strong(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> {
        String body = born(random, "ddMMyy") + digits(random, 4);
        yield body + luhnDigit(body); // Greece
      }
      case 1 -> {
        String body = "402" + digits(random, 7);
        yield body.replaceAll("(...)(.*)", "$1-$2-") + luhnDigit(body); // Dominican Republic
      }
      case 2 -> {
        String body = "784" + digits(random, 11);
        yield body.replaceAll("(...)(....)(.*)", "$1-$2-$3-") + luhnDigit(body); // Emirates
      }
      case 3 -> checked(random, "130D9#######", 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2);
      case 4 ->
          checked(random, "27########", 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
              .replaceAll("(..)(.{8})(.)", "$1-$2-$3"); // Argentina
      case 5 -> {
        String body = born(random, "yyMMdd") + digits(random, 4) + "08";
        yield body + luhnDigit(body); // South Africa
      }
      case 6 -> fill(random, pick(random, new String[] {FORMS[1], FORMS[2]}));
      default -> fill(random, "12.###.###.#-###.###"); // Indonesia
    };
  }

  /** Found behind a word that names it. */
  static String named(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> "BSN|" + checked(random, "########", 9, 8, 7, 6, 5, 4, 3, 2);
      case 1 -> {
        String body = digits(random, 8);
        yield "teudat zehut|" + body + luhnDigit(body);
      }
      case 2 -> "mynumber|" + checked(random, "###########", 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2);
      default -> "passport|" + fill(random, "@@@D#####");
    };
  }

  /** With the digit that fills the weighted sum up to a multiple of eleven. */
  private static String checked(Random random, String mask, int... weights) {
    while (true) {
      String body = fill(random, mask);
      int check = (11 - sum(body, weights) % 11) % 11;
      if (check < 10) {
        return body + check;
      }
    }
  }
}
