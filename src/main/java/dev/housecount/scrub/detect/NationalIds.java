package dev.housecount.scrub.detect;

import java.util.function.Predicate;

/**
 * The numbers by which states know people: those with a checksum, a date or a form that little else
 * has; {@link NationalChecks} has the rules.
 */
final class NationalIds {
  static final IdForm[] BY_DIGIT = {
    form("999-99-9999", NationalChecks::usaGrouped),
    form("999 99 9999", NationalChecks::usa, true),
    form("999999999", NationalChecks::usa, true),
    form("99~999~999~999", NationalChecks::germany),
    form("9~99~99~XX~999~999~99", NationalChecks::france),
    form("99999999~A", NationalChecks::spain),
    form("99999999999", NationalChecks::elevenDigits),
    form("999.999.999-99", NationalChecks::brazil),
    form("999-999-999~99", NationalChecks::russia),
    form("9999999999999", NationalChecks::romaniaAndSouthAfrica),
    form("9-9999-99999-99-9", NationalChecks::thailand),
    form("9999999999999", NationalChecks::thailand, true),
    form("9999999999999", NationalChecks::korea, true),
    form("99999-9999999-9", id -> id.charAt(0) != '0'), // Pakistan
    form("999999999A", NationalChecks::sriLanka),
    form("99999999A999", NationalChecks::germanPension),
    form("999999999999", NationalChecks::sweden),
    form("999999-9999", id -> NationalChecks.day(id, 2, 4, 60) && Checksums.luhn(id)),
    form("999999+9999", id -> NationalChecks.day(id, 2, 4, 60) && Checksums.luhn(id)),
    form("99999999-9999", NationalChecks::sweden),
    form("999999-999X", NationalChecks::finland),
    form("999999A999X", NationalChecks::finland),
    form("999999-99999", NationalChecks::latvia),
    form("999999/9999", NationalChecks::czechia),
    form("99.99.99-999.99", NationalChecks::belgium),
    form("999999-9999999", NationalChecks::korea),
    form("9999 999999", NationalChecks::austria),
    form("756.9999.9999.99", NationalChecks::switzerland),
    form("7569999999999", NationalChecks::switzerland),
    form("9999 9999 9999", NationalChecks::india),
    form("9999-9999-9999", NationalChecks::india),
    form("999999999999", NationalChecks::india, true),
    form("99999999999999999X", NationalChecks::china),
    form("999-999-999", id -> id.charAt(0) != '0' && Checksums.luhn(id)), // Canada
    form("999~999~999", Checksums::luhn, true), // Canada, Israel
    form("999~999~999", NationalChecks::australia, true),
    form("999 999 9999", NationalChecks::britishHealth),
    form("99.999.999-X", NationalChecks::chile),
    form("9999999AA", NationalChecks::ireland),
    form("9999999A", NationalChecks::ireland),
    form("999999-99-9999", id -> NationalChecks.day(id, 2, 4, 0)), // Malaysia
    form("999999999", NationalChecks::netherlands, true),
    form("999999999", NationalChecks::portugal, true),
    form("999999-9999", id -> NationalChecks.day(id, 2, 0, 0), true), // Denmark
    form(
        "9999999999",
        id -> NationalChecks.day(id, 2, 4, 0) || NationalChecks.britishHealth(id),
        true),
    form("99999999999", Checksums::mod11And10, true), // Croatia
  };

  static final IdForm[] BY_LETTER = {
    form("AA~99~99~99~A", NationalChecks::britain),
    form("AA 999999 A", NationalChecks::britain),
    form("AA 999999A", NationalChecks::britain),
    form("AAAAAA99A99A999A", NationalChecks::italy),
    form("AAAAAAXXAXXAXXXA", NationalChecks::italy),
    form("A9999999~A", NationalChecks::spainOrSingapore),
    form("A-9999999-A", NationalChecks::spainOrSingapore),
    form("AAAA999999AAAAAAX9", NationalChecks::mexico),
    form("AAAAA9999A", id -> "ABCFGHLJPT".indexOf(id.charAt(3)) >= 0), // India's PAN
    form("A999999999", NationalChecks::taiwan),
    form("A999999(X)", NationalChecks::hongKong),
    form("A999999[X]", NationalChecks::hongKong),
    form("A999999X", NationalChecks::hongKong, true),
  };

  private NationalIds() {}

  private static IdForm form(String mask, Predicate<String> check) {
    return form(mask, check, false);
  }

  private static IdForm form(String mask, Predicate<String> check, boolean keyed) {
    return new IdForm(mask, check, keyed);
  }
}
