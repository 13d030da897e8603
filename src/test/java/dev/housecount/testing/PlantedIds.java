package dev.housecount.testing;

import static dev.housecount.testing.Masks.digits;
import static dev.housecount.testing.Masks.fill;
import static dev.housecount.testing.PlantedNumbers.born;
import static dev.housecount.testing.PlantedNumbers.luhnDigit;
import static dev.housecount.testing.PlantedNumbers.sum;

import java.util.Random;

/** National ids of further states, with check digits computed here. */
final class PlantedIds {
  private PlantedIds() {}

  static String strong(Random random) {
    return switch (random.nextInt(6)) {
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
      default -> {
        String body = born(random, "yyMMdd") + digits(random, 4) + "08";
        yield body + luhnDigit(body); // South Africa
      }
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
