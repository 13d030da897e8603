package dev.housecount.scrub.detect;

import static dev.housecount.scrub.detect.Checksums.isDay;
import static dev.housecount.scrub.detect.Checksums.number;
import static dev.housecount.scrub.detect.Checksums.weighted;

/**
 * Whether a national id is one that its state could have given: each check names the state, or the
 * authority's rule. Takes the id without its signs, in the form that {@link NationalIds} lists.
 */
final class NationalChecks {
  private static final String SPANISH_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
  private static final String ITALIAN_ODD = "BAFHJNPRTVCESULDGIMOQKWZYX";
  private static final String FINNISH = "0123456789ABCDEFHJKLMNPRSTUVWXY";
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  private NationalChecks() {}

  /** The day, whose number may be raised by an offset, and the month, at their indexes. */
  static boolean day(String id, int month, int day, int offset) {
    long number = number(id, day, day + 2);
    return isDay(number(id, month, month + 2), number > offset ? number - offset : number);
  }

  /** Social security: no area 000 and 666; from 900 on it is a taxpayer's number. */
  static boolean usa(String id) {
    boolean taxpayer = id.charAt(0) == '9';
    return usaGrouped(id) && (!taxpayer || number(id, 3, 5) >= 50);
  }

  /** Little else is grouped so; the groups that were never issued aside. */
  static boolean usaGrouped(String id) {
    return !id.startsWith("000")
        && !id.startsWith("666")
        && !id.startsWith("00", 3)
        && !id.endsWith("0000");
  }

  /** Resident registration: a day of birth, then the sex and century; no check digit since 2020. */
  static boolean korea(String id) {
    return day(id, 2, 4, 0) && id.charAt(6) >= '1' && id.charAt(6) <= '8';
  }

  /** NIC of old: the year and the day of it, raised by 500 for women. */
  static boolean sriLanka(String id) {
    long day = number(id, 2, 5);
    return "VX".indexOf(id.charAt(9)) >= 0 && (day >= 1 && day <= 366 || day >= 501 && day <= 866);
  }

  /** Versicherungsnummer: the letter counts as its two digits, and digits of products are added. */
  static boolean germanPension(String id) {
    int letter = id.charAt(8) - 'A' + 1;
    String digits = id.substring(0, 8) + letter / 10 + letter % 10 + id.substring(9);
    int sum = 0;
    for (int i = 0; i < 12; i++) {
      int product = (digits.charAt(i) - '0') * ("212571212121".charAt(i) - '0');
      sum += product / 10 + product % 10;
    }
    return isDay(number(id, 4, 6), 1) && sum % 10 == digits.charAt(12) - '0';
  }

  /** TFN. */
  static boolean australia(String id) {
    return weighted(id, 1, 4, 3, 7, 5, 8, 6, 9, 10) % 11 == 0;
  }

  /** Steuer-ID: of the first ten digits one stands twice or thrice and the others once at most. */
  static boolean germany(String id) {
    int[] counts = new int[10];
    for (int i = 0; i < 10; i++) {
      counts[id.charAt(i) - '0']++;
    }
    int repeated = 0;
    for (int count : counts) {
      repeated += count > 3 ? 2 : count > 1 ? 1 : 0;
    }
    return id.charAt(0) != '0' && repeated == 1 && Checksums.mod11And10(id);
  }

  /** NIR: sex, year, month, place; Corsica has letters. */
  static boolean france(String id) {
    String digits = id.replace("2A", "19").replace("2B", "18");
    if (digits.length() != 15 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return false;
    }
    long month = number(digits, 3, 5);
    boolean sex = "123478".indexOf(id.charAt(0)) >= 0;
    boolean inYear = month >= 1 && month <= 12 || month >= 20 && month <= 42 || month >= 50;
    return sex && inYear && 97 - number(digits, 0, 13) % 97 == number(digits, 13, 15);
  }

  static boolean spain(String id) {
    return SPANISH_LETTERS.charAt((int) (number(id, 0, 8) % 23)) == id.charAt(8);
  }

  /** Poland, Norway, Türkiye, Brazil, Belgium, Estonia and Lithuania, Germany above. */
  static boolean elevenDigits(String id) {
    return poland(id) || norway(id) || turkiye(id) || brazil(id) || belgium(id) || baltics(id);
  }

  /** PESEL; months 21 to 32 are of the years from 2000 on. */
  static boolean poland(String id) {
    long month = number(id, 2, 4);
    return isDay(month > 20 ? month - 20 : month, number(id, 4, 6))
        && weighted(id, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1) % 10 == 0;
  }

  static boolean norway(String id) {
    long day = number(id, 0, 2);
    return isDay(number(id, 2, 4), day > 40 ? day - 40 : day)
        && weighted(id, 3, 7, 6, 1, 8, 9, 4, 5, 2, 1) % 11 == 0
        && weighted(id, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0;
  }

  static boolean turkiye(String id) {
    int tenth = weighted(id, 7, 9, 7, 9, 7, 9, 7, 9, 7) % 10;
    int sum = weighted(id, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
    return id.charAt(0) != '0' && id.charAt(9) - '0' == tenth && id.charAt(10) - '0' == sum % 10;
  }

  /** CPF. */
  static boolean brazil(String id) {
    boolean uniform = id.chars().allMatch(c -> c == id.charAt(0));
    int first = weighted(id, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10;
    int second = weighted(id, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10;
    return !uniform && id.charAt(9) - '0' == first && id.charAt(10) - '0' == second;
  }

  /** Born from 2000 on a 2 stands before the number when it is checked. */
  static boolean belgium(String id) {
    long check = number(id, 9, 11);
    long number = number(id, 0, 9);
    long month = number(id, 2, 4);
    boolean born =
        isDay(month > 40 ? month - 40 : month > 20 ? month - 20 : month, number(id, 4, 6));
    return born && (97 - number % 97 == check || 97 - (2_000_000_000L + number) % 97 == check);
  }

  static boolean baltics(String id) {
    int check = weighted(id, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1) % 11;
    check = check == 10 ? weighted(id, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3) % 11 % 10 : check;
    boolean born = id.charAt(0) >= '1' && id.charAt(0) <= '6' && day(id, 3, 5, 0);
    return born && id.charAt(10) - '0' == check;
  }

  /** SNILS. */
  static boolean russia(String id) {
    return weighted(id, 9, 8, 7, 6, 5, 4, 3, 2, 1) % 101 % 100 == number(id, 9, 11);
  }

  /** CNP, and the South African number, which ends with a Luhn digit. */
  static boolean romaniaAndSouthAfrica(String id) {
    int check = weighted(id, 2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9) % 11;
    boolean cnp =
        id.charAt(0) != '0' && day(id, 3, 5, 0) && id.charAt(12) - '0' == (check == 10 ? 1 : check);
    boolean citizen = id.charAt(10) <= '2' && id.charAt(11) >= '8';
    return cnp || citizen && day(id, 2, 4, 0) && Checksums.luhn(id);
  }

  static boolean thailand(String id) {
    int sum = weighted(id, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2);
    return (11 - sum % 11) % 10 == id.charAt(12) - '0';
  }

  /** With the century: a build may be named by a date as well, but nobody of age was born now. */
  static boolean sweden(String id) {
    long year = number(id, 0, 4);
    String inCentury = id.substring(2);
    return year >= 1900 && year <= 2012 && day(inCentury, 2, 4, 60) && Checksums.luhn(inCentury);
  }

  static boolean finland(String id) {
    String number = id.substring(0, 6) + id.substring(id.length() - 4, id.length() - 1);
    char check = id.charAt(id.length() - 1);
    boolean century = id.length() == 10 || "YXWVUABCDEF".indexOf(id.charAt(6)) >= 0;
    return century
        && day(id, 2, 0, 0)
        && FINNISH.charAt((int) (number(number, 0, 9) % 31)) == check;
  }

  static boolean latvia(String id) {
    int check = (1101 - weighted(id, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)) % 11;
    return day(id, 2, 0, 0) && check == id.charAt(10) - '0';
  }

  /** Rodné číslo, also of Slovakia: 50 is added to the month of women. */
  static boolean czechia(String id) {
    long month = number(id, 2, 4) % 50;
    return isDay(month > 20 ? month - 20 : month, number(id, 4, 6)) && number(id, 0, 10) % 11 == 0;
  }

  static boolean austria(String id) {
    int check = weighted(id, 3, 7, 9, 0, 5, 8, 4, 2, 1, 6) % 11;
    return day(id, 6, 4, 0) && id.charAt(0) != '0' && check == id.charAt(3) - '0';
  }

  /** AHV: an EAN-13 of Switzerland's own prefix. */
  static boolean switzerland(String id) {
    return weighted(id, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1) % 10 == 0;
  }

  static boolean india(String id) {
    return id.charAt(0) >= '2' && Checksums.verhoeff(id);
  }

  static boolean china(String id) {
    int sum = weighted(id, 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2);
    long year = number(id, 6, 10);
    boolean born = year >= 1880 && year <= 2099 && isDay(number(id, 10, 12), number(id, 12, 14));
    return born && "10X98765432".charAt(sum % 11) == id.charAt(17);
  }

  /** NHS. */
  static boolean britishHealth(String id) {
    int check = 11 - weighted(id, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
    boolean issued = "4679".indexOf(id.charAt(0)) >= 0;
    return issued && check % 11 == id.charAt(9) - '0' && check != 10;
  }

  static boolean chile(String id) {
    int rest = 11 - weighted(id, 3, 2, 7, 6, 5, 4, 3, 2) % 11;
    return "0123456789K0".charAt(rest == 11 ? 0 : rest) == id.charAt(8);
  }

  static boolean ireland(String id) {
    int second = id.length() > 8 ? LETTERS.indexOf(id.charAt(8)) + 1 : 0;
    int sum = weighted(id, 8, 7, 6, 5, 4, 3, 2) + 9 * (second == 23 ? 0 : second);
    return "WABCDEFGHIJKLMNOPQRSTUV".charAt(sum % 23) == id.charAt(7) && second <= 23;
  }

  static boolean netherlands(String id) {
    return weighted(id, 9, 8, 7, 6, 5, 4, 3, 2, -1) % 11 == 0;
  }

  static boolean portugal(String id) {
    int check = 11 - weighted(id, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
    return (check >= 10 ? 0 : check) == id.charAt(8) - '0';
  }

  /** National insurance: HMRC's unused letters. */
  static boolean britain(String id) {
    String prefix = id.substring(0, 2);
    return "DFIQUV".indexOf(id.charAt(0)) < 0
        && "DFIOQUV".indexOf(id.charAt(1)) < 0
        && !"BG GB KN NK NT TN ZZ".contains(prefix)
        && id.charAt(8) <= 'D';
  }

  /** Codice fiscale; letters may stand for digits where two people would have the same one. */
  static boolean italy(String id) {
    int sum = 0;
    for (int i = 0; i < 15; i++) {
      char c = id.charAt(i);
      int value = Chars.isDigit(c) ? c - '0' : c - 'A';
      sum += i % 2 == 1 ? value : ITALIAN_ODD.charAt(value) - 'A';
    }
    return "ABCDEHLMPRST".indexOf(id.charAt(8)) >= 0 && id.charAt(15) - 'A' == sum % 26;
  }

  /** NIE, and NRIC and FIN of Singapore. */
  static boolean spainOrSingapore(String id) {
    char first = id.charAt(0);
    if (first >= 'X') {
      return spain((first - 'X') + id.substring(1));
    }
    int sum = weighted(id.substring(1), 2, 7, 6, 5, 4, 3, 2);
    return switch (first) {
      case 'S' -> "JZIHGFEDCBA".charAt(sum % 11) == id.charAt(8);
      case 'T' -> "JZIHGFEDCBA".charAt((sum + 4) % 11) == id.charAt(8);
      case 'F' -> "XWUTRQPNMLK".charAt(sum % 11) == id.charAt(8);
      case 'G' -> "XWUTRQPNMLK".charAt((sum + 4) % 11) == id.charAt(8);
      case 'M' -> "XWUTRQPNJLK".charAt((sum + 3) % 11) == id.charAt(8);
      default -> false;
    };
  }

  /** CURP. */
  static boolean mexico(String id) {
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      char c = id.charAt(i);
      int value = Chars.isDigit(c) ? c - '0' : c - 'A' + (c > 'N' ? 11 : 10);
      sum += value * (18 - i);
    }
    return day(id, 6, 8, 0)
        && "HMX".indexOf(id.charAt(10)) >= 0
        && (10 - sum % 10) % 10 == id.charAt(17) - '0';
  }

  static boolean taiwan(String id) {
    int letter = 10 + "ABCDEFGHJKLMNPQRSTUVXYWZIO".indexOf(id.charAt(0));
    int sum = letter / 10 + letter % 10 * 9 + weighted(id.substring(1), 8, 7, 6, 5, 4, 3, 2, 1, 1);
    return "1289".indexOf(id.charAt(1)) >= 0 && sum % 10 == 0;
  }

  static boolean hongKong(String id) {
    int sum = 36 * 9 + (id.charAt(0) - 'A' + 10) * 8 + weighted(id.substring(1), 7, 6, 5, 4, 3, 2);
    return "0123456789A".charAt((11 - sum % 11) % 11) == id.charAt(7);
  }
}
