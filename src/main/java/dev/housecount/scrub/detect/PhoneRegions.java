package dev.housecount.scrub.detect;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Countries whose numbers are found without their country's code: of the length and in the groups
 * that libphonenumber's metadata have for them.
 */
public final class PhoneRegions {
  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

  /** North America writes no zero in front, and its groups are like nobody else's. */
  private static final int NORTH_AMERICA = 1;

  /** Without a zero or the like in front, shorter ones are anything. */
  private static final int MIN_BARE = 9;

  private final List<String> regions;

  /**
   * @param regions ISO 3166-1's two letters, of {@link #known}
   */
  public PhoneRegions(Collection<String> regions) {
    this.regions = List.copyOf(regions);
  }

  /** The regions whose numbers are known, in alphabetical order. */
  public static Set<String> known() {
    return new TreeSet<>(LIBRARY.getSupportedRegions());
  }

  /** Whether one of the countries writes a number as the groups up to the last one are written. */
  boolean write(Groups groups, int last) {
    String digits = groups.upTo(last);
    Set<Integer> signs = groups.signs(last);
    for (String region : regions) {
      PhoneNumber number = Phones.parse(digits, region);
      if (number != null && isWritten(groups, digits, signs, number, region)) {
        return true;
      }
    }
    return false;
  }

  /** With what is dialled before the area the length is enough, without it has to be given out. */
  private static boolean isWritten(
      Groups groups, String digits, Set<Integer> signs, PhoneNumber number, String region) {
    int length = LIBRARY.getNationalSignificantNumber(number).length();
    if (LIBRARY.isPossibleNumberWithReason(number) != ValidationResult.IS_POSSIBLE) {
      return false;
    }
    Set<Integer> own = signs(LIBRARY.format(number, PhoneNumberFormat.NATIONAL));
    own.remove(length);
    Set<Integer> written = new HashSet<>(signs);
    boolean dialled = written.remove(length) | digits.length() > length | groups.isBracketed();
    boolean same = written.equals(own) && !own.isEmpty();
    return number.getCountryCode() == NORTH_AMERICA
        ? same
        : dialled
            ? own.containsAll(written)
            : same && length >= MIN_BARE && LIBRARY.isValidNumberForRegion(number, region);
  }

  /** How many digits stand behind each sign between digits. */
  private static Set<Integer> signs(String formatted) {
    Set<Integer> signs = new HashSet<>();
    int digits = 0;
    boolean sign = false;
    for (int i = formatted.length() - 1; i >= 0; i--) {
      boolean digit = Chars.isDigit(formatted.charAt(i));
      if (digit && sign && digits > 0) {
        signs.add(digits);
      }
      digits += digit ? 1 : 0;
      sign = !digit;
    }
    return signs;
  }
}
