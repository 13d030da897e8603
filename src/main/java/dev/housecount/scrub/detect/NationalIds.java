package dev.housecount.scrub.detect;

import static dev.housecount.scrub.detect.Checksums.isDay;
import static dev.housecount.scrub.detect.Checksums.number;
import static dev.housecount.scrub.detect.Checksums.weighted;

import java.util.function.Predicate;

/**
 * The numbers by which states know people: those with a checksum, a date or a form that little else
 * has. Each entry names its state and the authority's rule.
 */
final class NationalIds {
  private static final String SPANISH_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
  private static final String ITALIAN_ODD = "BAFHJNPRTVCESULDGIMOQKWZYX";
  private static final String FINNISH = "0123456789ABCDEFHJKLMNPRSTUVWXY";
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  static final IdForm[] BY_DIGIT = {
    form("999-99-9999", NationalIds::usaGrouped),
    form("999 99 9999", NationalIds::usa, true),
    form("999999999", NationalIds::usa, true),
    form("99~999~999~999", NationalIds::germany),
    form("9~99~99~XX~999~999~99", NationalIds::france),
    form("99999999~A", NationalIds::spain),
    form("99999999999", NationalIds::elevenDigits),
    form("999.999.999-99", NationalIds::brazil),
    form("999-999-999~99", NationalIds::russia),
    form("9999999999999", NationalIds::romaniaAndSouthAfrica),
    form("9-9999-99999-99-9", NationalIds::thailand),
    form("9999999999999", NationalIds::thailand, true),
    form("9999999999999", NationalIds::korea, true),
    form("99999-9999999-9", id -> id.charAt(0) != '0'), // Pakistan
    form("999999999A", NationalIds::sriLanka),
    form("99999999A999", NationalIds::germanPension),
    form("999999999999", NationalIds::sweden),
    form("999999-9999", id -> day(id, 2, 4, 60) && Checksums.luhn(id)),
    form("999999+9999", id -> day(id, 2, 4, 60) && Checksums.luhn(id)),
    form("99999999-9999", NationalIds::sweden),
    form("999999-999X", NationalIds::finland),
    form("999999A999X", NationalIds::finland),
    form("999999-99999", NationalIds::latvia),
    form("999999/9999", NationalIds::czechia),
    form("99.99.99-999.99", NationalIds::belgium),
    form("999999-9999999", NationalIds::korea),
    form("9999 999999", NationalIds::austria),
    form("756.9999.9999.99", NationalIds::switzerland),
    form("7569999999999", NationalIds::switzerland),
    form("9999 9999 9999", NationalIds::india),
    form("9999-9999-9999", NationalIds::india),
    form("999999999999", NationalIds::india, true),
    form("99999999999999999X", NationalIds::china),
    form("999-999-999", id -> id.charAt(0) != '0' && Checksums.luhn(id)), // Canada
    form("999~999~999", Checksums::luhn, true), // Canada, Israel
    form("999~999~999", NationalIds::australia, true),
    form("999 999 9999", NationalIds::britishHealth),
    form("99.999.999-X", NationalIds::chile),
    form("9999999AA", NationalIds::ireland),
    form("9999999A", NationalIds::ireland),
    form("999999-99-9999", id -> day(id, 2, 4, 0)), // Malaysia
    form("999999999", NationalIds::netherlands, true),
    form("999999999", NationalIds::portugal, true),
    form("999999-9999", id -> day(id, 2, 0, 0), true), // Denmark
    form("9999999999", id -> day(id, 2, 4, 0) || britishHealth(id), true),
    form("99999999999", Checksums::mod11And10, true), // Croatia
  };

  static final IdForm[] BY_LETTER = {
    form("AA~99~99~99~A", NationalIds::britain),
    form("AA 999999 A", NationalIds::britain),
    form("AA 999999A", NationalIds::britain),
    form("AAAAAA99A99A999A", NationalIds::italy),
    form("AAAAAAXXAXXAXXXA", NationalIds::italy),
    form("A9999999~A", NationalIds::spainOrSingapore),
    form("A-9999999-A", NationalIds::spainOrSingapore),
    form("AAAA999999AAAAAAX9", NationalIds::mexico),
    form("AAAAA9999A", id -> "ABCFGHLJPT".indexOf(id.charAt(3)) >= 0), // India's PAN
    form("A999999999", NationalIds::taiwan),
    form("A999999(X)", NationalIds::hongKong),
    form("A999999[X]", NationalIds::hongKong),
    form("A999999X", NationalIds::hongKong, true),
  };

  private NationalIds() {}

  private static IdForm form(String mask, Predicate<String> check) {
    return form(mask, check, false);
  }

  private static IdForm form(String mask, Predicate<String> check, boolean keyed) {
    return new IdForm(mask, check, keyed);
  }

  /** The day, whose number may be raised by an offset, and the month, at their indexes. */
  private static boolean day(String id, int month, int day, int offset) {
    long number = number(id, day, day + 2);
    return isDay(number(id, month, month + 2), number > offset ? number - offset : number);
  }

  /** Social security: no area 000 and 666; from 900 on it is a taxpayer's number. */
  private static boolean usa(String id) {
    boolean taxpayer = id.charAt(0) == '9';
    return usaGrouped(id) && (!taxpayer || number(id, 3, 5) >= 50);
  }

  /** Little else is grouped so; the groups that were never issued aside. */
  private static boolean usaGrouped(String id) {
    return !id.startsWith("000")
        && !id.startsWith("666")
        && !id.startsWith("00", 3)
        && !id.endsWith("0000");
  }

  /** Resident registration: a day of birth, then the sex and century; no check digit since 2020. */
  private static boolean korea(String id) {
    return day(id, 2, 4, 0) && id.charAt(6) >= '1' && id.charAt(6) <= '8';
  }

  /** NIC of old: the year and the day of it, raised by 500 for women. */
  private static boolean sriLanka(String id) {
    long day = number(id, 2, 5);
    return "VX".indexOf(id.charAt(9)) >= 0 && (day >= 1 && day <= 366 || day >= 501 && day <= 866);
  }

  /** Versicherungsnummer: the letter counts as its two digits, and digits of products are added. */
  private static boolean germanPension(String id) {
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
  private static boolean australia(String id) {
    return weighted(id, 1, 4, 3, 7, 5, 8, 6, 9, 10) % 11 == 0;
  }

  /** Steuer-ID: of the first ten digits one stands twice or thrice and the others once at most. */
  private static boolean germany(String id) {
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

  private static boolean spain(String id) {
    return SPANISH_LETTERS.charAt((int) (number(id, 0, 8) % 23)) == id.charAt(8);
  }

  /** Poland, Norway, Türkiye, Brazil, Belgium, Estonia and Lithuania, Germany above. */
  private static boolean elevenDigits(String id) {
    return poland(id) || norway(id) || turkiye(id) || brazil(id) || belgium(id) || baltics(id);
  }

  /** PESEL; months 21 to 32 are of the years from 2000 on. */
  private static boolean poland(String id) {
    long month = number(id, 2, 4);
    return isDay(month > 20 ? month - 20 : month, number(id, 4, 6))
        && weighted(id, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1) % 10 == 0;
  }

  private static boolean norway(String id) {
    long day = number(id, 0, 2);
    return isDay(number(id, 2, 4), day > 40 ? day - 40 : day)
        && weighted(id, 3, 7, 6, 1, 8, 9, 4, 5, 2, 1) % 11 == 0
        && weighted(id, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0;
  }

  private static boolean turkiye(String id) {
    int tenth = weighted(id, 7, 9, 7, 9, 7, 9, 7, 9, 7) % 10;
    int sum = weighted(id, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
    return id.charAt(0) != '0' && id.charAt(9) - '0' == tenth && id.charAt(10) - '0' == sum % 10;
  }

  /** CPF. */
  private static boolean brazil(String id) {
    boolean uniform = id.chars().allMatch(c -> c == id.charAt(0));
    int first = weighted(id, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10;
    int second = weighted(id, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10;
    return !uniform && id.charAt(9) - '0' == first && id.charAt(10) - '0' == second;
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

  private static boolean baltics(String id) {
    int check = weighted(id, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1) % 11;
    check = check == 10 ? weighted(id, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3) % 11 % 10 : check;
    boolean born = id.charAt(0) >= '1' && id.charAt(0) <= '6' && day(id, 3, 5, 0);
    return born && id.charAt(10) - '0' == check;
  }

  /** SNILS. */
  private static boolean russia(String id) {
    return weighted(id, 9, 8, 7, 6, 5, 4, 3, 2, 1) % 101 % 100 == number(id, 9, 11);
  }

  /** CNP, and the South African number, which ends with a Luhn digit. */
  private static boolean romaniaAndSouthAfrica(String id) {
    int check = weighted(id, 2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9) % 11;
    boolean cnp =
        id.charAt(0) != '0' && day(id, 3, 5, 0) && id.charAt(12) - '0' == (check == 10 ? 1 : check);
    boolean citizen = id.charAt(10) <= '2' && id.charAt(11) >= '8';
    return cnp || citizen && day(id, 2, 4, 0) && Checksums.luhn(id);
  }

  private static boolean thailand(String id) {
    int sum = weighted(id, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2);
    return (11 - sum % 11) % 10 == id.charAt(12) - '0';
  }

  /** With the century: a build may be named by a date as well, but nobody of age was born now. */
  private static boolean sweden(String id) {
    long year = number(id, 0, 4);
    String inCentury = id.substring(2);
    return year >= 1900 && year <= 2012 && day(inCentury, 2, 4, 60) && Checksums.luhn(inCentury);
  }

  private static boolean finland(String id) {
    String number = id.substring(0, 6) + id.substring(id.length() - 4, id.length() - 1);
    char check = id.charAt(id.length() - 1);
    boolean century = id.length() == 10 || "YXWVUABCDEF".indexOf(id.charAt(6)) >= 0;
    return century
        && day(id, 2, 0, 0)
        && FINNISH.charAt((int) (number(number, 0, 9) % 31)) == check;
  }

  private static boolean latvia(String id) {
    int check = (1101 - weighted(id, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)) % 11;
    return day(id, 2, 0, 0) && check == id.charAt(10) - '0';
  }

  /** Rodné číslo, also of Slovakia: 50 is added to the month of women. */
  private static boolean czechia(String id) {
    long month = number(id, 2, 4) % 50;
    return isDay(month > 20 ? month - 20 : month, number(id, 4, 6)) && number(id, 0, 10) % 11 == 0;
  }

  private static boolean austria(String id) {
    int check = weighted(id, 3, 7, 9, 0, 5, 8, 4, 2, 1, 6) % 11;
    return day(id, 6, 4, 0) && id.charAt(0) != '0' && check == id.charAt(3) - '0';
  }

  /** AHV: an EAN-13 of Switzerland's own prefix. */
  private static boolean switzerland(String id) {
    return weighted(id, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1) % 10 == 0;
  }

  private static boolean india(String id) {
    return id.charAt(0) >= '2' && Checksums.verhoeff(id);
  }

  private static boolean china(String id) {
    int sum = weighted(id, 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2);
    long year = number(id, 6, 10);
    boolean born = year >= 1880 && year <= 2099 && isDay(number(id, 10, 12), number(id, 12, 14));
    return born && "10X98765432".charAt(sum % 11) == id.charAt(17);
  }

  /** NHS. */
  private static boolean britishHealth(String id) {
    int check = 11 - weighted(id, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
    boolean issued = "4679".indexOf(id.charAt(0)) >= 0;
    return issued && check % 11 == id.charAt(9) - '0' && check != 10;
  }

  private static boolean chile(String id) {
    int rest = 11 - weighted(id, 3, 2, 7, 6, 5, 4, 3, 2) % 11;
    return "0123456789K0".charAt(rest == 11 ? 0 : rest) == id.charAt(8);
  }

  private static boolean ireland(String id) {
    int second = id.length() > 8 ? LETTERS.indexOf(id.charAt(8)) + 1 : 0;
    int sum = weighted(id, 8, 7, 6, 5, 4, 3, 2) + 9 * (second == 23 ? 0 : second);
    return "WABCDEFGHIJKLMNOPQRSTUV".charAt(sum % 23) == id.charAt(7) && second <= 23;
  }

  private static boolean netherlands(String id) {
    return weighted(id, 9, 8, 7, 6, 5, 4, 3, 2, -1) % 11 == 0;
  }

  private static boolean portugal(String id) {
    int check = 11 - weighted(id, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
    return (check >= 10 ? 0 : check) == id.charAt(8) - '0';
  }

  /** National insurance: HMRC's unused letters. */
  private static boolean britain(String id) {
    String prefix = id.substring(0, 2);
    return "DFIQUV".indexOf(id.charAt(0)) < 0
        && "DFIOQUV".indexOf(id.charAt(1)) < 0
        && !"BG GB KN NK NT TN ZZ".contains(prefix)
        && id.charAt(8) <= 'D';
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

  /** NIE, and NRIC and FIN of Singapore. */
  private static boolean spainOrSingapore(String id) {
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
  private static boolean mexico(String id) {
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

  private static boolean taiwan(String id) {
    int letter = 10 + "ABCDEFGHJKLMNPQRSTUVXYWZIO".indexOf(id.charAt(0));
    int sum = letter / 10 + letter % 10 * 9 + weighted(id.substring(1), 8, 7, 6, 5, 4, 3, 2, 1, 1);
    return "1289".indexOf(id.charAt(1)) >= 0 && sum % 10 == 0;
  }

  private static boolean hongKong(String id) {
    int sum = 36 * 9 + (id.charAt(0) - 'A' + 10) * 8 + weighted(id.substring(1), 7, 6, 5, 4, 3, 2);
    return "0123456789A".charAt((11 - sum % 11) % 11) == id.charAt(7);
  }
}
