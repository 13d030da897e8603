package dev.housecount.scrub.detect;

/** The ways in which numbers without a country's code are grouped that little else has. */
final class NationalForm {
  /** With more groups than two. */
  private static final int SHORTEST_NATIONAL = 8;

  private static final int LONGEST_NATIONAL = 13;

  private NationalForm() {}

  /** Whether the groups up to the last one are such a number. */
  static boolean matches(String text, int start, Groups groups, int last) {
    char first = text.charAt(groups.start(0));
    if (has(groups, last, 3, 3, 3) && first != '0') {
      return isInThrees(text, start, groups);
    }
    if (isThousands(text, start, groups, last)) {
      return false;
    }
    if (has(groups, last, 3, 3, 4) && isNorthAmerican(text, groups, 0)) {
      return true;
    }
    if (has(groups, last, 1, 3, 3, 4)) {
      return first == '8' || first == '1' && isNorthAmerican(text, groups, 1);
    }
    if (text.charAt(start) == '(') {
      return hasClosedBracket(text, groups)
          && groups.digits(last) >= 8
          && isPlausible(groups, last);
    }
    return first == '0' ? isTrunk(text, start, groups, last) : isElsewhere(text, groups, last);
  }

  /** A zero dialled before the area. */
  private static boolean isTrunk(String text, int start, Groups groups, int last) {
    int digits = groups.digits(last);
    char second = Chars.at(text, groups.start(0) + 1);
    if (second == '0' || last == 0) {
      return second != '0' && Phones.isNationalLength(digits) && isOnePiece(text, start, groups);
    }
    boolean dashed = " ./".indexOf(text.charAt(groups.end(0))) < 0;
    int least = dashed && last >= 3 ? SHORTEST_NATIONAL : Phones.MIN_NATIONAL;
    int most = last >= 2 ? LONGEST_NATIONAL : Phones.MAX_NATIONAL;
    boolean alone = groups.length(0) == 1 && last >= 2 && second != '.';
    return digits >= least && digits <= most && (alone || isPlausible(groups, last));
  }

  /**
   * {@code 600 123 456}, as in Poland, Portugal and Spain: amounts are written so as well, but end
   * with zeros or stand before what they count.
   */
  private static boolean isInThrees(String text, int start, Groups groups) {
    int end = groups.end(2);
    boolean amid = Chars.at(text, start - 1) == ' ' && Chars.isDigit(Chars.at(text, start - 2));
    boolean spaced = text.charAt(groups.end(0)) == ' ' && text.charAt(groups.end(1)) == ' ';
    return spaced
        && !amid
        && !text.startsWith("000", end - 3)
        && !Keywords.ofOther(text, start, end)
        && Phones.isValidIn(Groups.digits(text, start, end), "PL", "PT", "ES");
  }

  /** {@code 1 038 671 353}: an amount whose first group stands before. */
  private static boolean isThousands(String text, int start, Groups groups, int last) {
    boolean threes = Chars.at(text, start - 1) == ' ' && Chars.isDigit(Chars.at(text, start - 2));
    for (int i = 0; i <= last; i++) {
      threes &= groups.length(i) == 3;
    }
    return threes;
  }

  /** With dashes or a bracket the groups alone tell it; spaces and dots stand in amounts too. */
  private static boolean isNorthAmerican(String text, Groups groups, int area) {
    char sign = text.charAt(groups.end(area));
    boolean dashed = sign == '-' && text.charAt(groups.end(area + 1)) == '-';
    return dashed || sign == ')' || isAreaAndExchange(text, groups, area);
  }

  /** Neither begins with 0 or 1. */
  private static boolean isAreaAndExchange(String text, Groups groups, int area) {
    return text.charAt(groups.start(area)) >= '2' && text.charAt(groups.start(area + 1)) >= '2';
  }

  private static boolean isChinese(String text, Groups groups, int last) {
    return has(groups, last, 3, 4, 4) && text.charAt(groups.start(0) + 1) >= '3';
  }

  private static boolean hasClosedBracket(String text, Groups groups) {
    return Chars.at(text, groups.end(0)) == ')' && groups.length(0) <= 5;
  }

  /** An area of two to five digits, then groups of at least two. */
  private static boolean isPlausible(Groups groups, int last) {
    boolean plausible = last <= 5 && groups.length(0) >= 2 && groups.length(0) <= 5;
    for (int i = 1; i <= last; i++) {
      plausible &= groups.length(i) >= 2 && groups.length(i) <= 9;
    }
    return plausible;
  }

  /** Numbers in one piece: a single zero in front of so many digits is rare but there. */
  private static boolean isOnePiece(String text, int start, Groups groups) {
    int end = groups.end(0);
    if (Chars.at(text, start - 1) == '-' || Chars.at(text, end) == '-') {
      return false; // The name of a pod.
    }
    char second = text.charAt(groups.start(0) + 1);
    boolean fits =
        switch (groups.digits(0)) {
          case 10, 11 -> !text.startsWith("0123456789", start);
          case 12 -> second == '1' && "567".indexOf(text.charAt(groups.start(0) + 2)) >= 0;
          default -> false;
        };
    return fits && !Keywords.ofOther(text, start, end);
  }

  /** China, India, Russia, Poland, Norway, Greece, Hungary, Brazil and Japan. */
  private static boolean isElsewhere(String text, Groups groups, int last) {
    char first = text.charAt(groups.start(0));
    char sign = Chars.at(text, groups.end(0));
    return (first == '1' && isChinese(text, groups, last))
        || (first >= '6' && has(groups, last, 5, 5))
        || (first == '8' && has(groups, last, 1, 3, 3, 2, 2))
        || (sign == ' ' && (has(groups, last, 2, 3, 2, 2) || has(groups, last, 3, 2, 3)))
        || (text.startsWith("69", groups.start(0)) && has(groups, last, 4, 3, 3))
        || (sign == '/' && has(groups, last, 2, 3, 4))
        || (has(groups, last, 2, 5, 4) && text.charAt(groups.start(1)) == '9')
        || (has(groups, last, 2, 4, 4) && isInFours(text, groups));
  }

  /** {@code 11 3456-7890} and {@code 34-5678-9012}; not two years behind a number. */
  private static boolean isInFours(String text, Groups groups) {
    int exchange = groups.start(1);
    char sign = Chars.at(text, groups.end(0));
    return (sign == ' ' || sign == '-')
        && text.charAt(groups.end(1)) == '-'
        && !text.startsWith("19", exchange)
        && !text.startsWith("20", exchange);
  }

  private static boolean has(Groups groups, int last, int... lengths) {
    boolean same = last + 1 == lengths.length;
    for (int i = 0; i <= last && same; i++) {
      same = groups.length(i) == lengths[i];
    }
    return same;
  }
}
