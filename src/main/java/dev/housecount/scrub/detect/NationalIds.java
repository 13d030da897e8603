package dev.housecount.scrub.detect;

import static dev.housecount.scrub.detect.Checksums.day;
import static dev.housecount.scrub.detect.Checksums.luhn;
import static dev.housecount.scrub.detect.Checksums.number;
import static dev.housecount.scrub.detect.Checksums.sum;
import static dev.housecount.scrub.detect.Checksums.verhoeff;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The numbers by which states know people, as far as check digits, with a date or a rare form,
 * decide. A number that is one only if a word says so is for a policy's patterns. Two without check
 * digits are known by their form and the numbers that are never given out: the American and the
 * British social security numbers.
 */
final class NationalIds {
  private static final String[] SIGNS = {"", " ", "-", "."};

  /** A new state is one more line. */
  private static final List<IdForm> ALL =
      Stream.of(
              id("AE", "784~9999~9999999~9", Checksums::luhn),
              id("AR", "29-99999999-9", id -> sum(id, "54327654321") % 11 == 0), // CUIT
              id("BE", "99999999999|99.99.99-999.99|99 99 99 999 99", IdChecks::belgium),
              id("BR", "999.999.999-99|999999999-99|99999999999", IdChecks::brazil),
              id("CA", "999-999-999|999 999 999", id -> "08".indexOf(id.charAt(0)) < 0 && luhn(id)),
              id("CH", "756~9999~9999~99", id -> sum(id, "1313131313131") % 10 == 0), // AHV
              id("CL", "99.999.999-X|9.999.999-X|99999999-X", IdChecks::chile),
              id("CN", "99999999999999999X", IdChecks::china),
              id("CZ", "999999/9999", IdChecks::czechia), // also SK
              id("DE", "99~999~999~999", IdChecks::germany),
              id("DO", "999-9999999-9", Checksums::luhn),
              id("EE", "99999999999", IdChecks::baltics), // also LT
              id("ES", "99999999~A|99.999.999~A", IdChecks::spain),
              id("ES", "X9999999~A|X-9999999-A", id -> IdChecks.spain(id.replace('X', '0'))),
              id("ES", "Y9999999~A|Y-9999999-A", id -> IdChecks.spain(id.replace('Y', '1'))),
              id("ES", "Z9999999~A|Z-9999999-A", id -> IdChecks.spain(id.replace('Z', '2'))),
              id("FI", "999999-999X|999999+999X|999999A999X", IdChecks::finland),
              id("FR", "9~99~99~XX~999~999~99", IdChecks::france),
              id("GB", "AA~99~99~99~A|AA 999999 A|AA 999999A", IdChecks::nationalInsurance),
              id("GB", "999 999 9999", IdChecks::britishHealth),
              id("GR", "99999999999", id -> day(id, 2, 0, 0) && luhn(id)),
              id("IN", "9999 9999 9999|9999-9999-9999", id -> id.charAt(0) >= '2' && verhoeff(id)),
              id("IT", "AAAAAAXXAXXAXXXA", IdChecks::italy),
              id("ME", "9999999999999", IdChecks::formerYugoslavia), // and its other heirs
              id("NO", "99999999999|999999 99999|999999-99999", IdChecks::norway),
              id("PL", "99999999999", IdChecks::poland),
              id("PL", "999-999-99-99", id -> sum(id, "657234567") % 11 == id.charAt(9) - '0'),
              id("RO", "9999999999999", IdChecks::romania),
              id(
                  "RU",
                  "999-999-999~99",
                  id -> sum(id, "987654321") % 101 % 100 == number(id, 9, 11)),
              id("SE", "999999-9999|999999+9999", id -> day(id, 2, 4, 60) && luhn(id)),
              id("SE", "99999999-9999|999999999999", IdChecks::swedenWithCentury),
              id("SG", "A9999999A", IdChecks::singapore),
              id("TR", "99999999999", IdChecks::turkiye),
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

  /**
   * Masks of one number, apart by {@code |}.
   *
   * @param masks as above, and {@code ~} for nothing, a space, dash or dot, everywhere the same
   */
  private static Stream<IdForm> id(String state, String masks, Predicate<String> check) {
    return Stream.of(masks.split("\\|", -1))
        .flatMap(
            mask ->
                Stream.of(SIGNS)
                    .limit(mask.indexOf('~') < 0 ? 1 : SIGNS.length)
                    .map(sign -> new IdForm(state, mask.replace("~", sign), check)));
  }

  /**
   * A state's number for a person, written in one way.
   *
   * @param state ISO 3166-1's two letters
   * @param mask {@code 9} stands for a digit, {@code A} for a letter, {@code X} for either;
   *     anything else for itself
   * @param check takes the number without its signs, letters as capitals
   */
  private record IdForm(String state, String mask, Predicate<String> check) {
    /** The end of the number that begins at the index, or -1. */
    int end(String text, int start) {
      int end = start + mask.length();
      if (end > text.length() || isTail(text, start)) {
        return -1;
      }
      for (int i = 0; i < mask.length(); i++) {
        if (!fits(mask.charAt(i), text.charAt(start + i))) {
          return -1;
        }
      }
      boolean amid = mask.indexOf(' ') > 0 && isAmidDigits(text, start, end);
      boolean whole = Chars.endsWord(text, end) && !goesOn(text, end) && !amid;
      return whole && isCapital(text, start, end) && check.test(bare(text, start, end)) ? end : -1;
    }

    private static boolean fits(char form, char c) {
      return switch (form) {
        case '9' -> Chars.isDigit(c);
        case 'A' -> Chars.isLetter(c);
        case 'X' -> Chars.isAlphanumeric(c);
        default -> form == c;
      };
    }

    /**
     * Small letters beside digits are mostly a hash or a version; {@code x} is a check digit's 10.
     */
    private static boolean isCapital(String text, int start, int end) {
      return text.substring(start, end)
          .chars()
          .allMatch(c -> c == 'x' || !Chars.isLetter((char) c) || Chars.isUpper((char) c));
    }

    private static String bare(String text, int start, int end) {
      StringBuilder bare = new StringBuilder(end - start);
      for (int i = start; i < end; i++) {
        if (Chars.isAlphanumeric(text.charAt(i))) {
          bare.append(Character.toUpperCase(text.charAt(i)));
        }
      }
      return bare.toString();
    }

    /** Groups of a longer number. */
    private static boolean isAmidDigits(String text, int start, int end) {
      return Chars.at(text, start - 1) == ' ' && Chars.isDigit(Chars.at(text, start - 2))
          || Chars.at(text, end) == ' ' && Chars.isDigit(Chars.at(text, end + 1));
    }

    /** The last groups of a longer number. */
    private static boolean isTail(String text, int start) {
      char sign = Chars.at(text, start - 1);
      return (sign == '-' || sign == '/') && Chars.isDigit(Chars.at(text, start - 2));
    }

    /** A version, an amount or a longer number in groups goes on with a digit. */
    private static boolean goesOn(String text, int end) {
      char sign = Chars.at(text, end);
      return (sign == '.' || sign == '-' || sign == '/' || sign == ',')
          && Chars.isDigit(Chars.at(text, end + 1));
    }
  }
}
