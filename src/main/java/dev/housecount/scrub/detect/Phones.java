package dev.housecount.scrub.detect;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Phone numbers. With a country's code libphonenumber decides; without one the countries that a
 * policy names, or a word before them, because as digits alone most numbers are somebody's.
 */
final class Phones {
  /** ITU-T E.164, and the fewest that anybody writes with a country code. */
  private static final int MAX_DIGITS = 15;

  private static final int MIN_DIGITS = 7;

  /** With a plus sign, whether or not the country gives out such numbers. */
  private static final int MIN_WITH_PLUS = 9;

  /** Without a country's code, in three groups; in two of them one more. */
  private static final int MIN_NATIONAL = 8;

  private static final int MAX_NATIONAL = 13;

  /** So often a text is asked for; in one with more of them what may be a number is one. */
  private static final int MAX_ASKED = 500;

  /** {@code x123}, {@code ext. 123} */
  private static final Pattern EXTENSION =
      Pattern.compile("(?i)( ?(?:extension|ext\\.?|x) ?\\d{1,6})(?:\\z|\\W)");

  private static final Pattern YEARS = Pattern.compile("\\b(?:19|20)\\d\\d-(?:19|20)\\d\\d$");

  private static final int MAX_EXTENSION = 24;

  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

  private final PhoneRegions regions;
  private int asked;

  /** For one text. */
  Phones(PhoneRegions regions) {
    this.regions = regions;
  }

  /** The end of the phone number that begins at the index, or -1. */
  int end(String text, int start) {
    if (!Chars.startsWord(text, start) || Chars.at(text, start - 1) == '+') {
      return -1;
    }
    Groups groups = Groups.read(text, start, MAX_DIGITS + 2);
    int last = groups.isInternational() ? international(groups) : national(groups);
    return last < 0 || !groups.isClosed(last) ? -1 : endOfExtension(text, groups.end(last));
  }

  /** Whether a number, as JSON has it, is a phone's with its country's code, or American. */
  static boolean isNumber(String digits) {
    String dialled = digits.length() == 10 ? "+1" + digits : "+" + digits;
    PhoneNumber number = digits.length() >= 10 ? parse(dialled, "ZZ") : null;
    return number != null && LIBRARY.isValidNumber(number);
  }

  static @Nullable PhoneNumber parse(String digits, String region) {
    try {
      return LIBRARY.parse(digits, region);
    } catch (NumberParseException e) {
      return null; // What is no number is no find.
    }
  }

  /** The last group of the longest valid number, or else of the longest possible one; or -1. */
  private static int international(Groups groups) {
    boolean zeros = groups.text().charAt(groups.start()) == '0';
    boolean alone = zeros && groups.count() == 1;
    if (alone && Surroundings.nameOther(groups.text(), groups.start(), groups.end(0))) {
      return -1;
    }
    int possible = -1;
    for (int last = groups.count() - 1; last >= 0; last--) {
      int digits = groups.digits(last);
      boolean fits = digits >= MIN_DIGITS && digits <= MAX_DIGITS + 2 && groups.endsNumber(last);
      String dialled = "+" + groups.upTo(last).substring(zeros ? 2 : 0);
      PhoneNumber number = fits ? parse(dialled, "ZZ") : null;
      if (number != null && LIBRARY.isValidNumber(number)) {
        return last;
      }
      boolean may = number != null && (last >= 2 || !zeros) && mayBe(number, digits, zeros);
      possible = possible < 0 && may ? last : possible;
    }
    return possible;
  }

  private static boolean mayBe(PhoneNumber number, int digits, boolean zeros) {
    boolean possible =
        digits > MIN_DIGITS
            && LIBRARY.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
    return possible || !zeros && digits >= MIN_WITH_PLUS && digits <= MAX_DIGITS;
  }

  private int national(Groups groups) {
    if (groups.count() == 0 || groups.digits(groups.count() - 1) < MIN_DIGITS) {
      return -1;
    }
    boolean named = Surroundings.namePhone(groups.text(), groups.start());
    for (int last = groups.count() - 1; last >= 0; last--) {
      int digits = groups.digits(last);
      boolean fits = digits >= MIN_DIGITS && digits <= MAX_DIGITS && groups.isWhole(last);
      if (fits && (named || isNational(groups, last))) {
        return last;
      }
    }
    return -1;
  }

  private boolean isNational(Groups groups, int last) {
    int digits = groups.digits(last);
    boolean length =
        digits >= (last >= 2 ? MIN_NATIONAL : MIN_NATIONAL + 1) && digits <= MAX_NATIONAL;
    boolean fits = last == 0 ? isOnePiece(groups) : length && isApart(groups, last);
    return fits && (++asked > MAX_ASKED || regions.write(groups, last));
  }

  /** Numbers in one piece: a single zero in front of so many digits is rare but there. */
  private static boolean isOnePiece(Groups groups) {
    String text = groups.text();
    int start = groups.start();
    int end = groups.end(0);
    boolean pod = Chars.at(text, start - 1) == '-' || Chars.at(text, end) == '-';
    return text.charAt(start) == '0'
        && (groups.digits(0) == 10 || groups.digits(0) == 11)
        && !pod
        && !text.startsWith("0123456789", start)
        && !Surroundings.nameOther(text, start, end);
  }

  /** Not among other numbers, and no amount: that ends with zeros, or stands before a unit. */
  private static boolean isApart(Groups groups, int last) {
    String text = groups.text();
    int start = groups.start();
    int end = groups.end(last);
    boolean amid = Chars.at(text, start - 1) == ' ' && Chars.isDigit(Chars.at(text, start - 2));
    amid |= Chars.at(text, end) == ' ' && Chars.isDigit(Chars.at(text, end + 1));
    boolean decimal = groups.digits(0) == 1 && (last == 1 || Chars.at(text, groups.end(0)) == '.');
    amid |= YEARS.matcher(text.substring(start, end)).find();
    return !amid
        && !decimal
        && !text.startsWith("000", end - 3)
        && !Surroundings.nameOther(text, start, end);
  }

  private static int endOfExtension(String text, int end) {
    String rest = text.substring(end, Math.min(text.length(), end + MAX_EXTENSION));
    Matcher extension = EXTENSION.matcher(rest);
    return extension.lookingAt() ? end + extension.end(1) : end;
  }
}
