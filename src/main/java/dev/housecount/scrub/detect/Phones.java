package dev.housecount.scrub.detect;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * Phone numbers. With a plus sign libphonenumber decides; without one the way in which the digits
 * are grouped, or a word before them, because as digits alone most numbers are somebody's.
 */
final class Phones {
  /** ITU-T E.164, and the fewest that anybody writes with a country code. */
  private static final int MAX_DIGITS = 15;

  private static final int MIN_DIGITS = 7;

  /** With a plus sign, whether or not the country gives out such numbers. */
  private static final int MIN_WITH_PLUS = 9;

  static final int MIN_NATIONAL = 9;
  static final int MAX_NATIONAL = 12;

  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

  /** The end of the phone number that begins at the index, or -1. */
  int end(String text, int start) {
    char before = Chars.at(text, start - 1);
    if (!Chars.startsWord(text, start) || before == '+') {
      return -1;
    }
    int end;
    Groups groups = Groups.read(text, start, MAX_DIGITS + 2);
    if (Groups.isInternational(text, start)) {
      boolean other = groups.count() == 1 && text.charAt(start) == '0';
      other = other && Keywords.ofOther(text, start, groups.end(0));
      end = other ? -1 : international(text, start, groups);
    } else if (groups.digits() < MIN_DIGITS) {
      end = -1;
    } else {
      end = national(text, start, groups);
    }
    return end < 0 || opensSentence(text, start, end) ? -1 : endOfExtension(text, end);
  }

  /** A bracket that is not closed within the number stands around more than the number. */
  private static boolean opensSentence(String text, int start, int end) {
    int open = 0;
    for (int i = start; i < end; i++) {
      open += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
    }
    return text.charAt(start) == '(' && open > 0;
  }

  /** Whether digits without a sign are a number with its country's code. */
  static boolean isInternational(String digits) {
    PhoneNumber number = digits.length() >= 11 ? parse("+" + digits) : null;
    return number != null && LIBRARY.isValidNumber(number);
  }

  /** Whether ten digits are a number of North America. */
  static boolean isNorthAmerican(String digits) {
    PhoneNumber number = digits.length() == 10 ? parse("+1" + digits) : null;
    return number != null && LIBRARY.isValidNumber(number);
  }

  private static int international(String text, int start, Groups groups) {
    int possible = -1;
    for (int i = groups.count() - 1; i >= 0; i--) {
      int digits = groups.digits(i);
      int end = groups.end(i);
      PhoneNumber number =
          digits >= MIN_DIGITS && digits <= MAX_DIGITS + 2 && Groups.endsNumber(text, end)
              ? parse(Groups.dialled(text, start, end))
              : null;
      if (number != null && LIBRARY.isValidNumber(number)) {
        return end;
      }
      boolean fits = number != null && mayBe(number, text.charAt(start), digits, i);
      possible = possible < 0 && fits ? end : possible;
    }
    return possible;
  }

  /** With two zeros in front it must be grouped as well. */
  private static boolean mayBe(PhoneNumber number, char first, int digits, int last) {
    boolean possible =
        digits > MIN_DIGITS
            && LIBRARY.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
    return first == '0'
        ? possible && last >= 2
        : possible || digits >= MIN_WITH_PLUS && digits <= MAX_DIGITS;
  }

  /** Whether the digits are a number that one of the regions gives out. */
  static boolean isValidIn(String digits, String... regions) {
    boolean valid = false;
    for (String region : regions) {
      PhoneNumber number =
          valid ? null : parse("+" + LIBRARY.getCountryCodeForRegion(region) + digits);
      valid |= number != null && LIBRARY.isValidNumberForRegion(number, region);
    }
    return valid;
  }

  private static @Nullable PhoneNumber parse(String dialled) {
    try {
      return LIBRARY.parse(dialled, "ZZ");
    } catch (NumberParseException e) {
      return null; // What is no number is no find.
    }
  }

  private static int national(String text, int start, Groups groups) {
    boolean named = Keywords.ofPhone(text, start);
    for (int i = groups.count() - 1; i >= 0; i--) {
      int digits = groups.digits(i);
      boolean fits = digits >= MIN_DIGITS && digits <= MAX_DIGITS && groups.isWhole(text, i);
      if (fits && (named || NationalForm.matches(text, start, groups, i))) {
        return groups.end(i);
      }
    }
    return -1;
  }

  static boolean isNationalLength(int digits) {
    return digits >= MIN_NATIONAL && digits <= MAX_NATIONAL;
  }

  /** {@code x123}, {@code ext. 123} */
  private static int endOfExtension(String text, int end) {
    int index = Chars.at(text, end) == ' ' ? end + 1 : end;
    for (String word : new String[] {"extension", "ext.", "ext", "x"}) {
      if (text.regionMatches(true, index, word, 0, word.length())) {
        int start = index + word.length();
        start = Chars.at(text, start) == ' ' ? start + 1 : start;
        int last = Chars.endOfDigits(text, start, 6);
        return last > start && Chars.endsWord(text, last) ? last : end;
      }
    }
    return end;
  }
}
