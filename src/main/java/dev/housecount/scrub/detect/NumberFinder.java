package dev.housecount.scrub.detect;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/**
 * Payment cards, national ids and phone numbers: digits in groups. At each group the more certain
 * kind is tried first.
 */
final class NumberFinder implements Finds.Finder {
  /** No group of a card is as long. */
  private static final int ONE_PIECE = 11;

  /** A day, and the time of day behind it as ISO 8601 and logs have it: nothing personal. */
  private static final Pattern DATE =
      Pattern.compile(
          "((?:Y-M-D|Y/M/D|Y\\.M\\.D|[MD]-[MD]-(?:Y|\\d\\d)|[MD]/[MD]/(?:Y|\\d\\d)|[MD]\\.[MD]\\.(?:Y|\\d\\d))"
                  .replace("[MD]", "(?:M|D)")
                  .replace("Y", "(?:19|2[01])\\d\\d")
                  .replace("M", "(?:0?[1-9]|1[0-2])")
                  .replace("D", "(?:0?[1-9]|[12]\\d|3[01])")
              + "(?:[Tt ]\\d{1,2}:\\d{1,9}(?:[:.,+Zz-]\\d{1,9}){0,5})?)(?:\\z|[^\\w./-]|[./-](?:\\z|\\D)|[TtZz])");

  private static final int MAX_DATE = 64;

  private final PhoneRegions regions;

  NumberFinder(PhoneRegions regions) {
    this.regions = regions;
  }

  @Override
  public void find(String text, Finds finds) {
    Phones phones = new Phones(regions);
    for (int i = 0; i < text.length(); ) {
      char c = text.charAt(i);
      int end = i;
      if (Chars.isDigit(c)) {
        end = startsNumber(text, i) ? endOfNumber(text, i, phones, finds) : i;
        end = end > i ? end : endOfGroup(text, i);
      } else if (Chars.isLetter(c) && Chars.startsWord(text, i)) {
        end = endOfId(text, i, finds);
      } else if (c == '+' || c == '(') {
        end = endOfPhone(text, i, phones, finds);
      }
      i = Math.max(end, i + 1);
    }
  }

  /** In one piece an id's check is the stronger one, in groups a card's. */
  private static int endOfNumber(String text, int start, Phones phones, Finds finds) {
    int digits = endOfGroup(text, start) - start;
    int end = digits >= ONE_PIECE ? endOfId(text, start, finds) : -1;
    end = end > 0 ? end : endOfCard(text, start, finds);
    end = end > 0 ? end : endOfId(text, start, finds);
    end = end > 0 ? end : endOfDate(text, start);
    return end > start ? end : endOfPhone(text, start, phones, finds);
  }

  private static int endOfDate(String text, int start) {
    Matcher date = DATE.matcher(text.substring(start, Math.min(text.length(), start + MAX_DATE)));
    return date.lookingAt() ? start + date.end(1) : -1;
  }

  private static int endOfCard(String text, int start, Finds finds) {
    return finds.wants(FindKind.CARD)
        ? add(FindKind.CARD, start, endOfCard(text, start), finds)
        : -1;
  }

  private static int endOfPhone(String text, int start, Phones phones, Finds finds) {
    return finds.wants(FindKind.PHONE)
        ? add(FindKind.PHONE, start, phones.end(text, start), finds)
        : -1;
  }

  private static int endOfId(String text, int start, Finds finds) {
    return finds.wants(FindKind.NATIONAL_ID)
        ? add(FindKind.NATIONAL_ID, start, NationalIds.end(text, start), finds)
        : -1;
  }

  private static int add(FindKind kind, int start, int end, Finds finds) {
    if (end > 0) {
      finds.add(kind, start, end);
    }
    return end;
  }

  /** The longest card; groups but the last have at least three digits and one sign between them. */
  private static int endOfCard(String text, int start) {
    StringBuilder digits = new StringBuilder(Cards.LONGEST);
    char separator = 0;
    int best = -1;
    int index = start;
    while (digits.length() < Cards.LONGEST) {
      int end = Chars.endOfDigits(text, index, Cards.LONGEST + 1 - digits.length());
      digits.append(text, index, end);
      boolean whole = Chars.endsWord(text, end);
      if (whole && digits.length() >= Cards.SHORTEST && Cards.isCard(digits.toString())) {
        // So short a number is an account's of a cloud as well.
        boolean other =
            digits.length() == Cards.SHORTEST && Surroundings.nameOther(text, start, end);
        best = other ? best : end;
      }
      char sign = Chars.at(text, end);
      boolean same = separator == 0 ? sign == ' ' || sign == '-' || sign == '.' : sign == separator;
      if (!same || end - index < 3 || !Chars.isDigit(Chars.at(text, end + 1))) {
        break;
      }
      separator = sign;
      index = end + 1;
    }
    return best;
  }

  /** Not the fraction of a decimal, not the tail of a word. */
  private static boolean startsNumber(String text, int index) {
    char before = Chars.at(text, index - 1);
    boolean fraction = (before == '.' || before == ',') && Chars.isDigit(Chars.at(text, index - 2));
    return Chars.startsWord(text, index) && !fraction;
  }

  private static int endOfGroup(String text, int index) {
    return Chars.endOfDigits(text, index, text.length());
  }
}
