package dev.housecount.scrub.detect;

import static dev.housecount.scrub.detect.Checksums.day;
import static dev.housecount.scrub.detect.Checksums.digit;
import static dev.housecount.scrub.detect.Checksums.isDay;
import static dev.housecount.scrub.detect.Checksums.luhn;
import static dev.housecount.scrub.detect.Checksums.number;
import static dev.housecount.scrub.detect.Checksums.weighted;
import static dev.housecount.scrub.detect.IdForm.id;
import static dev.housecount.scrub.detect.IdForm.named;

import java.util.stream.Stream;

/** National ids of the states of Western Europe (UN M49). */
final class WesternEurope {
  private WesternEurope() {}

  static Stream<IdForm> forms() {
    return Stream.of(
            id("9999 999999", WesternEurope::austria),
            named("9999999999", WesternEurope::austria),
            id("99-999/9999", Checksums::luhn), // Austria's taxpayers
            id("99999999999", WesternEurope::belgium),
            id("99.99.99-999.99", WesternEurope::belgium),
            id("99 99 99 999 99", WesternEurope::belgium),
            id("9~99~99~XX~999~999~99", WesternEurope::france),
            id("99 99 999 999 999", WesternEurope::frenchTaxpayer),
            named("9999999999999", WesternEurope::frenchTaxpayer),
            id("99~999~999~999", WesternEurope::germany),
            id("99999999A999", WesternEurope::germanPension),
            id("99 999999 A 999", WesternEurope::germanPension),
            named("99/999/99999"), // Germany's Steuernummer
            named("999/999/99999"),
            named("999999999999"), // Liechtenstein
            id("9999999999999", WesternEurope::luxembourg),
            named("999999999", WesternEurope::netherlands),
            named("9999.99.999", WesternEurope::netherlands),
            named("AAXXXXXX9"), // the Dutch identity card and passport
            id("756~9999~9999~99", WesternEurope::switzerland))
        .flatMap(forms -> forms);
  }

  /** SVNR. */
  private static boolean austria(String id) {
    int check = weighted(id, 3, 7, 9, 0, 5, 8, 4, 2, 1, 6) % 11;
    return day(id, 6, 4, 0) && id.charAt(0) != '0' && check == digit(id, 3);
  }

  /** Born from 2000 on a 2 stands before the number when it is checked. */
  private static boolean belgium(String id) {
    long check = number(id, 9, 11);
    long number = number(id, 0, 9);
    long month = number(id, 2, 4);
    boolean born =
        isDay(month > 40 ? month - 40 : month > 20 ? month - 20 : month, number(id, 4, 6));
    return born && (97 - number % 97 == check || 97 - (2_000_000_000L + number) % 97 == check);
  }

  /** NIR: sex, year, month, place; Corsica has letters. */
  private static boolean france(String id) {
    String digits = id.replace("2A", "19").replace("2B", "18");
    if (digits.length() != 15 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return false;
    }
    long month = number(digits, 3, 5);
    boolean sex = "123478".indexOf(id.charAt(0)) >= 0;
    boolean inYear = month >= 1 && month <= 12 || month >= 20 && month <= 42 || month >= 50;
    return sex && inYear && 97 - number(digits, 0, 13) % 97 == number(digits, 13, 15);
  }

  private static boolean frenchTaxpayer(String id) {
    return id.charAt(0) <= '3' && number(id, 0, 10) % 511 == number(id, 10, 13);
  }

  /** Steuer-ID: of the first ten digits one stands twice or thrice and the others once at most. */
  private static boolean germany(String id) {
    int[] counts = new int[10];
    for (int i = 0; i < 10; i++) {
      counts[digit(id, i)]++;
    }
    int repeated = 0;
    for (int count : counts) {
      repeated += count > 3 ? 2 : count > 1 ? 1 : 0;
    }
    return id.charAt(0) != '0' && repeated <= 1 && Checksums.mod11And10(id);
  }

  /** Versicherungsnummer: the letter counts as its two digits, and digits of products are added. */
  private static boolean germanPension(String id) {
    int letter = id.charAt(8) - 'A' + 1;
    String digits = id.substring(0, 8) + letter / 10 + letter % 10 + id.substring(9);
    int sum = 0;
    for (int i = 0; i < 12; i++) {
      int product = digit(digits, i) * digit("212571212121", i);
      sum += product / 10 + product % 10;
    }
    return isDay(number(id, 4, 6), 1) && sum % 10 == digit(digits, 12);
  }

  /** A day of birth, then a digit after Luhn and one after Verhoeff. */
  private static boolean luxembourg(String id) {
    return day(id, 4, 6, 0)
        && luhn(id.substring(0, 12))
        && Checksums.verhoeff(id.substring(0, 11) + id.charAt(12));
  }

  /** BSN. */
  private static boolean netherlands(String id) {
    return weighted(id, 9, 8, 7, 6, 5, 4, 3, 2, -1) % 11 == 0;
  }

  /** AHV: an EAN-13 of Switzerland's own prefix. */
  private static boolean switzerland(String id) {
    return weighted(id, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1) % 10 == 0;
  }
}
