package dev.housecount.scrub.detect;

import static dev.housecount.scrub.detect.Checksums.day;
import static dev.housecount.scrub.detect.Checksums.digit;
import static dev.housecount.scrub.detect.Checksums.endsWith;
import static dev.housecount.scrub.detect.Checksums.lacks11;
import static dev.housecount.scrub.detect.Checksums.luhn;
import static dev.housecount.scrub.detect.Checksums.mod11;
import static dev.housecount.scrub.detect.Checksums.number;
import static dev.housecount.scrub.detect.Checksums.weighted;
import static dev.housecount.scrub.detect.IdForm.id;
import static dev.housecount.scrub.detect.IdForm.named;

import java.util.stream.Stream;

/** National ids of the states of the Americas (UN M49). */
final class Americas {
  private static final String MEXICAN = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ";

  private Americas() {}

  static Stream<IdForm> forms() {
    return Stream.of(
            id("99-99999999-9", Americas::argentina),
            named("99999999999", Americas::argentina),
            named("99.999.999"), // Argentina's DNI
            id("999.999.999-99", Americas::brazil),
            id("999999999-99", Americas::brazil),
            id("99999999999", Americas::brazil),
            id("999-999-999", id -> id.charAt(0) != '0' && luhn(id)), // Canada
            id("999 999 999", id -> "08".indexOf(id.charAt(0)) < 0 && luhn(id)),
            named("999999999", Checksums::luhn),
            named("9999~999~999", id -> id.charAt(0) == '9'), // British Columbia's health number
            id("99.999.999-X", Americas::chile),
            id("9.999.999-X", id -> chile("0" + id)),
            id("99999999-X", id -> !isToday(id) && chile(id)),
            named("9999999-X", id -> chile("0" + id)),
            named("9.999.999.999"), // Colombia
            named("9-9999-9999"), // Costa Rica
            named("99999999999", id -> day(id, 2, 4, 0)), // Cuba
            id("999-9999999-9", Checksums::luhn), // Dominican Republic
            named("99999999999", Checksums::luhn), // also Mexico's NSS
            id("999999999-9", Americas::ecuador),
            named("9999999999", Americas::ecuador),
            id("9999-999999-999-9", Americas::elSalvador),
            named("99999999999999", Americas::elSalvador),
            named("99999999-9"), // El Salvador's DUI, Peru
            id("AAAA999999AAAAAAX9", Americas::mexico),
            id("AAAA999999XXX", Americas::mexicanTaxpayer),
            id("999-99-9999", Americas::usaGrouped),
            named("999 99 9999", Americas::usa),
            named("999999999", Americas::usa),
            named("A~99999999"), // preparers of tax returns
            named("9999999999", id -> luhn("80840" + id)), // providers of health services
            id("9AX9-AX9-AA99", id -> id.charAt(0) != '0'), // Medicare
            id("9.999.999-9", id -> weighted(id, 2, 9, 8, 7, 6, 3, 4, 1) % 10 == 0), // Uruguay
            id("V~99999999~9", id -> venezuela(id, 4)),
            id("E~99999999~9", id -> venezuela(id, 8)))
        .flatMap(forms -> forms);
  }

  /** CUIT of a person. */
  private static boolean argentina(String id) {
    boolean person = id.charAt(0) == '2' && "03457".indexOf(id.charAt(1)) >= 0;
    return person && weighted(id, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0;
  }

  /** CPF. */
  private static boolean brazil(String id) {
    boolean uniform = id.chars().allMatch(c -> c == id.charAt(0));
    int first = weighted(id, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10;
    int second = weighted(id, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10;
    return !uniform && digit(id, 9) == first && digit(id, 10) == second;
  }

  /** RUT. */
  private static boolean chile(String id) {
    int rest = 11 - weighted(id, 3, 2, 7, 6, 5, 4, 3, 2) % 11;
    return "0123456789K0".charAt(rest == 11 ? 0 : rest) == id.charAt(8);
  }

  /** A build is named so: the day, then which one of it. */
  private static boolean isToday(String id) {
    long year = number(id, 0, 4);
    return year >= 1990 && year < 2100 && day(id, 4, 6, 0);
  }

  /** Province, then Luhn. */
  private static boolean ecuador(String id) {
    long province = number(id, 0, 2);
    return (province >= 1 && province <= 24 || province == 30) && id.charAt(2) < '6' && luhn(id);
  }

  /** NIT; the newer ones have other weights. */
  private static boolean elSalvador(String id) {
    int older = mod11(id, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2);
    int newer = lacks11(id, 2, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2);
    return endsWith(id, number(id, 10, 13) <= 100 ? older : newer);
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
        && (10 - sum % 10) % 10 == digit(id, 17);
  }

  /** RFC of a person. */
  private static boolean mexicanTaxpayer(String id) {
    int sum = 0;
    for (int i = 0; i < 12; i++) {
      sum += MEXICAN.indexOf(id.charAt(i)) * (13 - i);
    }
    return day(id, 6, 8, 0) && "0123456789A".charAt((11 - sum % 11) % 11) == id.charAt(12);
  }

  /** Little else is grouped so; the groups that were never issued aside. */
  private static boolean usaGrouped(String id) {
    return !id.startsWith("000")
        && !id.startsWith("666")
        && !id.startsWith("00", 3)
        && !id.endsWith("0000");
  }

  /** From 900 on it is a taxpayer's number. */
  private static boolean usa(String id) {
    return usaGrouped(id) && (id.charAt(0) != '9' || number(id, 3, 5) >= 50);
  }

  /** RIF of a person. */
  private static boolean venezuela(String id, int letter) {
    int rest = (letter + weighted(id.substring(1), 3, 2, 7, 6, 5, 4, 3, 2)) % 11;
    return "00987654321".charAt(rest) == id.charAt(9);
  }
}
