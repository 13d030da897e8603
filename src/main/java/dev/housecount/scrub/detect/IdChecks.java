package dev.housecount.scrub.detect;

import static dev.housecount.scrub.detect.Checksums.day;
import static dev.housecount.scrub.detect.Checksums.digit;
import static dev.housecount.scrub.detect.Checksums.endsWith;
import static dev.housecount.scrub.detect.Checksums.isDay;
import static dev.housecount.scrub.detect.Checksums.lacks11;
import static dev.housecount.scrub.detect.Checksums.luhn;
import static dev.housecount.scrub.detect.Checksums.mod11;
import static dev.housecount.scrub.detect.Checksums.number;
import static dev.housecount.scrub.detect.Checksums.sum;

/** The checks of the numbers in {@link NationalIds}: signs left out, letters as capitals. */
final class IdChecks {
  private IdChecks() {}

  /** Estonia and Lithuania: other weights where the first ones give no digit. */
  static boolean baltics(String id) {
    int check = sum(id, "1234567891") % 11;
    check = check == 10 ? mod11(id, "3456789123") : check;
    boolean born = id.charAt(0) >= '1' && id.charAt(0) <= '6' && day(id, 3, 5, 0);
    return born && endsWith(id, check);
  }

  /** Born from 2000 on a 2 stands before the number when it is checked. */
  static boolean belgium(String id) {
    long check = number(id, 9, 11);
    long number = number(id, 0, 9);
    long month = number(id, 2, 4) % 20; // of others than citizens 20 or 40 more
    boolean born = isDay(month, number(id, 4, 6));
    return born && (97 - number % 97 == check || 97 - (2_000_000_000L + number) % 97 == check);
  }

  /** CPF. */
  static boolean brazil(String id) {
    boolean uniform = id.chars().allMatch(c -> c == id.charAt(0));
    int first = sum(id, "A98765432") * 10 % 11 % 10;
    int second = sum(id, "BA98765432") * 10 % 11 % 10;
    return !uniform && digit(id, 9) == first && digit(id, 10) == second;
  }

  /** RUT; a day and which build of it look the same. */
  static boolean chile(String id) {
    String number = id.length() == 9 ? id : "0" + id;
    boolean build =
        number(number, 0, 4) >= 1990 && number(number, 0, 4) < 2100 && day(number, 4, 6, 0);
    int rest = 11 - sum(number, "32765432") % 11;
    return !build && "0123456789K0".charAt(rest == 11 ? 0 : rest) == number.charAt(8);
  }

  static boolean china(String id) {
    int sum = sum(id, "79A584216379A5842");
    long year = number(id, 6, 10);
    boolean born = year >= 1880 && year <= 2099 && day(id, 10, 12, 0);
    return born && "10X98765432".charAt(sum % 11) == id.charAt(17);
  }

  /** Rodné číslo: for women 50 more in the month, and 20 where a day's numbers ran out. */
  static boolean czechia(String id) {
    long month = number(id, 2, 4) % 50;
    boolean born = isDay(month > 20 ? month - 20 : month, number(id, 4, 6));
    return born && endsWith(id, (int) (number(id, 0, 9) % 11 % 10));
  }

  static boolean finland(String id) {
    String number = id.substring(0, 6) + id.substring(id.length() - 4, id.length() - 1);
    boolean century = id.length() == 10 || "YXWVUABCDEF".indexOf(id.charAt(6)) >= 0;
    return century
        && number.chars().allMatch(c -> c <= '9')
        && day(id, 2, 0, 0)
        && "0123456789ABCDEFHJKLMNPRSTUVWXY".charAt((int) (number(number, 0, 9) % 31))
            == id.charAt(id.length() - 1);
  }

  /** JMBG, EMBG, EMSO: the day of birth with three digits of the year, region, check digit. */
  static boolean formerYugoslavia(String id) {
    long year = number(id, 4, 7);
    boolean born = day(id, 2, 0, 0) && (year >= 900 || year <= 30);
    return born && endsWith(id, lacks11(id, "765432765432"));
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

  /** Codice fiscale; letters may stand for digits where two people would have the same one. */
  static boolean italy(String id) {
    int sum = 0;
    for (int i = 0; i < 15; i++) {
      char c = id.charAt(i);
      int value = Chars.isDigit(c) ? c - '0' : c - 'A';
      sum += i % 2 == 1 ? value : "BAFHJNPRTVCESULDGIMOQKWZYX".charAt(value) - 'A';
    }
    return "ABCDEHLMPRST".indexOf(id.charAt(8)) >= 0 && id.charAt(15) - 'A' == sum % 26;
  }

  static boolean spain(String id) {
    return "TRWAGMYFPDXBNJZSQVHLCKE".charAt((int) (number(id, 0, 8) % 23)) == id.charAt(8);
  }

  /** A build may be named by a date as well, but nobody of age was born now. */
  static boolean swedenWithCentury(String id) {
    long year = number(id, 0, 4);
    String inCentury = id.substring(2);
    return year >= 1900 && year <= 2012 && day(inCentury, 2, 4, 60) && luhn(inCentury);
  }

  /** CNP. */
  static boolean romania(String id) {
    int check = sum(id, "279146358279") % 11;
    return id.charAt(0) != '0' && day(id, 3, 5, 0) && endsWith(id, check == 10 ? 1 : check);
  }

  /** Also the numbers of foreigners, with 40 added to the day. */
  static boolean norway(String id) {
    return day(id, 2, 0, 40) && sum(id, "3761894521") % 11 == 0 && sum(id, "54327654321") % 11 == 0;
  }

  /** PESEL; months 21 to 32 are of the years from 2000 on. */
  static boolean poland(String id) {
    long month = number(id, 2, 4);
    return isDay(month > 20 ? month - 20 : month, number(id, 4, 6))
        && sum(id, "13791379131") % 10 == 0;
  }

  static boolean turkiye(String id) {
    int tenth = sum(id, "797979797") % 10;
    boolean checked = digit(id, 9) == tenth && endsWith(id, sum(id, "1111111111") % 10);
    return id.charAt(0) != '0' && checked;
  }

  /** Without check digit: HMRC's unused letters; examples begin with ZZ and end with T. */
  static boolean nationalInsurance(String id) {
    String prefix = id.substring(0, 2);
    return "DFIQUV".indexOf(id.charAt(0)) < 0
        && "DFIOQUV".indexOf(id.charAt(1)) < 0
        && !"BG GB KN NK NT TN".contains(prefix)
        && (id.charAt(8) <= 'D' || prefix.equals("ZZ"));
  }

  /** Without check digit: the groups that are never given out. */
  static boolean socialSecurity(String id) {
    return !id.startsWith("000")
        && !id.startsWith("666")
        && !id.startsWith("00", 3)
        && !id.endsWith("0000");
  }

  /** A day of birth, then citizenship, and Luhn. */
  static boolean southAfrica(String id) {
    boolean citizen = id.charAt(10) <= '2' && id.charAt(11) >= '8';
    return citizen && day(id, 2, 4, 0) && luhn(id);
  }

  /** NHS. */
  static boolean britishHealth(String id) {
    int check = 11 - sum(id, "A98765432") % 11;
    return "4679".indexOf(id.charAt(0)) >= 0 && check % 11 == digit(id, 9) && check != 10;
  }

  /** Steuer-ID: of the first ten digits one stands twice or thrice. */
  static boolean germany(String id) {
    long distinct = id.chars().limit(10).distinct().count();
    return id.charAt(0) != '0' && distinct >= 8 && distinct <= 9 && Checksums.mod11And10(id);
  }

  /** NRIC and FIN. */
  static boolean singapore(String id) {
    int series = "STFGM".indexOf(id.charAt(0));
    String letters = series < 2 ? "JZIHGFEDCBA" : series < 4 ? "XWUTRQPNMLK" : "XWUTRQPNJLK";
    int sum = sum(id.substring(1), "2765432");
    return series >= 0 && letters.charAt((sum + "04043".charAt(series) - '0') % 11) == id.charAt(8);
  }
}
