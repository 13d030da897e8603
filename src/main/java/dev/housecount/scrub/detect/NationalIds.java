package dev.housecount.scrub.detect;

import static dev.housecount.scrub.detect.Checksums.day;
import static dev.housecount.scrub.detect.Checksums.luhn;
import static dev.housecount.scrub.detect.Checksums.sum;
import static dev.housecount.scrub.detect.IdForm.id;

import java.util.List;
import java.util.stream.Stream;

/**
 * The numbers by which states know people, as far as check digits, with a date or a rare form,
 * decide. A number that is one only if a word says so is for a policy's patterns. Two without check
 * digits are known by their form and the numbers that are never given out: the American and the
 * British social security numbers.
 */
final class NationalIds {
  /** A new state is one more line. */
  private static final List<IdForm> ALL =
      Stream.of(
              id("AE", "784~9999~9999999~9", Checksums::luhn),
              id("AR", "99-99999999-9", IdChecks::argentina),
              id("AT", "9999 999999", IdChecks::austria),
              id("AU", "9999 99999 9", IdChecks::australia),
              id("BE", "99999999999|99.99.99-999.99|99 99 99 999 99", IdChecks::belgium),
              id("BR", "999.999.999-99|999999999-99|99999999999", IdChecks::brazil),
              id("CA", "999-999-999|999 999 999", id -> "08".indexOf(id.charAt(0)) < 0 && luhn(id)),
              id("CH", "756~9999~9999~99", id -> sum(id, "1313131313131") % 10 == 0),
              id("CL", "99.999.999-X|9.999.999-X|99999999-X", IdChecks::chile),
              id("CN", "99999999999999999X", IdChecks::china),
              id("CZ", "999999/9999", IdChecks::czechia), // also SK
              id("DE", "99~999~999~999", IdChecks::germany),
              id("DE", "99999999A999|99 999999 A 999", IdChecks::germanPension),
              id("DO", "999-9999999-9", Checksums::luhn),
              id("EC", "999999999-9", IdChecks::ecuador),
              id("EE", "99999999999", IdChecks::baltics), // also LT
              id("ES", "99999999~A|99.999.999~A", IdChecks::spain),
              id("ES", "A9999999~A|A-9999999-A", IdChecks::spanishForeigner),
              id("FI", "999999-999X|999999+999X|999999A999X", IdChecks::finland),
              id("FR", "9~99~99~XX~999~999~99", IdChecks::france),
              id("GB", "AA~99~99~99~A|AA 999999 A|AA 999999A", IdChecks::nationalInsurance),
              id("GB", "999 999 9999", IdChecks::britishHealth),
              id("GR", "99999999999", id -> day(id, 2, 0, 0) && luhn(id)),
              id("HK", "A999999(X)|A999999[X]", IdChecks::hongKong),
              id("HU", "9-999999-9999", IdChecks::hungary),
              id("IE", "9999999AA|9999999A", IdChecks::ireland),
              id("IN", "9999 9999 9999|9999-9999-9999", IdChecks::india),
              id("IR", "999-999999-9", IdChecks::iran),
              id("IS", "999999-9999", IdChecks::iceland),
              id("IT", "AAAAAAXXAXXAXXXA", IdChecks::italy),
              id("LU", "9999999999999", IdChecks::luxembourg),
              id("LV", "999999-99999", IdChecks::latvia),
              id("ME", "9999999999999", IdChecks::formerYugoslavia), // and its other heirs
              id("MX", "AAAA999999AAAAAAX9", IdChecks::mexico),
              id("MX", "AAAA999999XXX", IdChecks::mexicanTaxpayer),
              id("NO", "99999999999|999999 99999|999999-99999", IdChecks::norway),
              id("PL", "99999999999", IdChecks::poland),
              id("PL", "999-999-99-99", id -> sum(id, "657234567") % 11 == id.charAt(9) - '0'),
              id("PT", "99999999~9~AA9", IdChecks::portugal),
              id("RO", "9999999999999", IdChecks::romania),
              id("RU", "999-999-999~99", IdChecks::russia),
              id("SE", "999999-9999|999999+9999", id -> day(id, 2, 4, 60) && luhn(id)),
              id("SE", "99999999-9999|999999999999", IdChecks::swedenWithCentury),
              id("SG", "A9999999A", IdChecks::singapore),
              id("TH", "9-9999-99999-99-9|9 9999 99999 99 9", IdChecks::thailand),
              id("TR", "99999999999", IdChecks::turkiye),
              id("TW", "A999999999", IdChecks::taiwan),
              id("US", "999-99-9999", IdChecks::socialSecurity),
              id("UY", "9.999.999-9", id -> sum(id, "29876341") % 10 == 0),
              id("ZA", "9999999999999|999999 9999 99 9|999999 9999 999", IdChecks::southAfrica))
          .flatMap(forms -> forms)
          .toList();

  private NationalIds() {}

  /** The end of the number that begins at the index, or -1. */
  static int end(String text, int start) {
    for (IdForm form : ALL) {
      int end = form.end(text, start);
      if (end > 0 && !Surroundings.nameOther(text, start, end)) {
        return end;
      }
    }
    return -1;
  }
}
