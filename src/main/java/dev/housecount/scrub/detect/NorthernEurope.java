package dev.housecount.scrub.detect;

import static dev.housecount.scrub.detect.Checksums.day;
import static dev.housecount.scrub.detect.Checksums.digit;
import static dev.housecount.scrub.detect.Checksums.endsWith;
import static dev.housecount.scrub.detect.Checksums.luhn;
import static dev.housecount.scrub.detect.Checksums.mod11;
import static dev.housecount.scrub.detect.Checksums.number;
import static dev.housecount.scrub.detect.Checksums.weighted;
import static dev.housecount.scrub.detect.IdForm.id;
import static dev.housecount.scrub.detect.IdForm.named;

import java.util.stream.Stream;

/** National ids of the states of Northern Europe (UN M49). */
final class NorthernEurope {
  private static final String FINNISH = "0123456789ABCDEFHJKLMNPRSTUVWXY";
  private static final String BRITISH_PUPILS = "ABCDEFGHJKLMNPQRTUVWXYZ";
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  private NorthernEurope() {}

  static Stream<IdForm> forms() {
    return Stream.of(
            named("999999-9999", id -> day(id, 2, 0, 0)), // Denmark
            named("9999999999", id -> day(id, 2, 0, 0)),
            id("99999999999", NorthernEurope::baltics), // Estonia, Lithuania
            id("999999-999X", NorthernEurope::finland),
            id("999999+999X", NorthernEurope::finland),
            id("999999A999X", NorthernEurope::finland),
            id("999999-9999", NorthernEurope::iceland),
            named("9999999999", NorthernEurope::iceland),
            id("9999999AA", NorthernEurope::ireland),
            id("9999999A", NorthernEurope::ireland),
            id("999999-99999", NorthernEurope::latvia),
            named("99999999999", NorthernEurope::latvia),
            id("329999-99999", id -> true), // Latvia since 2017
            named("32999999999"),
            id("99999999999", NorthernEurope::norway),
            id("999999 99999", NorthernEurope::norway),
            id("999999-99999", NorthernEurope::norway),
            id("999999-9999", id -> day(id, 2, 4, 60) && luhn(id)), // Sweden
            id("999999+9999", id -> day(id, 2, 4, 60) && luhn(id)),
            named("9999999999", id -> day(id, 2, 4, 60) && luhn(id)),
            id("99999999-9999", NorthernEurope::swedenWithCentury),
            id("999999999999", NorthernEurope::swedenWithCentury),
            id("AA~99~99~99~A", NorthernEurope::nationalInsurance),
            id("AA 999999 A", NorthernEurope::nationalInsurance),
            id("AA 999999A", NorthernEurope::nationalInsurance),
            id("999 999 9999", NorthernEurope::britishHealth),
            named("9999999999", NorthernEurope::britishHealth),
            named("9999999999", NorthernEurope::britishTaxpayer),
            id("A999999999999", NorthernEurope::britishPupil))
        .flatMap(forms -> forms);
  }

  private static boolean baltics(String id) {
    int check = weighted(id, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1) % 11;
    check = check == 10 ? mod11(id, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3) : check;
    boolean born = id.charAt(0) >= '1' && id.charAt(0) <= '6' && day(id, 3, 5, 0);
    return born && endsWith(id, check);
  }

  private static boolean finland(String id) {
    String number = id.substring(0, 6) + id.substring(id.length() - 4, id.length() - 1);
    char check = id.charAt(id.length() - 1);
    boolean century = id.length() == 10 || "YXWVUABCDEF".indexOf(id.charAt(6)) >= 0;
    boolean digits = number.chars().allMatch(c -> c <= '9');
    return century
        && digits
        && day(id, 2, 0, 0)
        && FINNISH.charAt((int) (number(number, 0, 9) % 31)) == check;
  }

  /** Kennitala; 40 is added to the day of companies. */
  private static boolean iceland(String id) {
    boolean century = "089".indexOf(id.charAt(9)) >= 0;
    return century && day(id, 2, 0, 40) && weighted(id, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0;
  }

  /** PPSN; the second letter counts but for those of wives, W and T. */
  private static boolean ireland(String id) {
    int second = id.length() > 8 ? LETTERS.indexOf(id.charAt(8)) + 1 : 0;
    int sum = weighted(id, 8, 7, 6, 5, 4, 3, 2) + 9 * (second >= 20 ? 0 : second);
    return "WABCDEFGHIJKLMNOPQRSTUV".charAt(sum % 23) == id.charAt(7) && second <= 23;
  }

  private static boolean latvia(String id) {
    int check = (1101 - weighted(id, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)) % 11;
    boolean century = id.charAt(6) <= '2';
    return century && day(id, 2, 0, 0) && check == digit(id, 10);
  }

  /** Also the numbers of foreigners, with 40 added to the day. */
  private static boolean norway(String id) {
    return day(id, 2, 0, 40)
        && weighted(id, 3, 7, 6, 1, 8, 9, 4, 5, 2, 1) % 11 == 0
        && weighted(id, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0;
  }

  /** A build may be named by a date as well, but nobody of age was born now. */
  private static boolean swedenWithCentury(String id) {
    long year = number(id, 0, 4);
    String inCentury = id.substring(2);
    return year >= 1900 && year <= 2012 && day(inCentury, 2, 4, 60) && luhn(inCentury);
  }

  /** HMRC's unused letters; examples begin with ZZ and end with T. */
  private static boolean nationalInsurance(String id) {
    String prefix = id.substring(0, 2);
    return "DFIQUV".indexOf(id.charAt(0)) < 0
        && "DFIOQUV".indexOf(id.charAt(1)) < 0
        && !"BG GB KN NK NT TN".contains(prefix)
        && (id.charAt(8) <= 'D' || prefix.equals("ZZ"));
  }

  /** NHS. */
  private static boolean britishHealth(String id) {
    int check = 11 - weighted(id, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
    boolean issued = "4679".indexOf(id.charAt(0)) >= 0;
    return issued && check % 11 == digit(id, 9) && check != 10;
  }

  /** UTR: the check digit stands in front. */
  private static boolean britishTaxpayer(String id) {
    int rest = weighted(id.substring(1), 6, 7, 8, 9, 10, 5, 4, 3, 2) % 11;
    return "21987654321".charAt(rest) == id.charAt(0);
  }

  private static boolean britishPupil(String id) {
    int sum = weighted(id.substring(1), 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13);
    return BRITISH_PUPILS.charAt(sum % 23) == id.charAt(0);
  }
}
