package dev.housecount.scrub.detect;

/** The ways in which numbers without a country's code are grouped that little else has. */
final class NationalForm {
  private NationalForm() {}

  /** Whether the groups up to the last one are such a number. */
  static boolean matches(String text, int start, Groups groups, int last) {
    boolean bracket = text.charAt(start) == '(';
    char first = text.charAt(groups.start(0));
    if (isThousands(text, start, groups, last)) {
      return false;
    }
    if (has(groups, last, 3, 3, 4) && isNorthAmerican(text, groups, 0)) {
      return true;
    }
    if (has(groups, last, 1, 3, 3, 4)) {
      return first == '1' && isNorthAmerican(text, groups, 1);
    }
    if (bracket) {
      return hasClosedBracket(text, groups)
          && groups.digits(last) >= 8
          && isPlausible(groups, last);
    }
    if (first == '0') {
      return Phones.isNationalLength(groups.digits(last))
          && Chars.at(text, groups.start(0) + 1) > '0'
          && (last == 0 ? isOnePiece(text, start, groups) : isPlausible(groups, last));
    }
    return isElsewhere(text, groups, last);
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
      plausible &= groups.length(i) >= 2 && groups.length(i) <= 8;
    }
    return plausible;
  }

  /** Numbers in one piece: a single zero in front of so many digits is rare but there. */
  private static boolean isOnePiece(String text, int start, Groups groups) {
    if (Chars.at(text, start - 1) == '-' || Chars.at(text, groups.end(0)) == '-') {
      return false; // The name of a pod.
    }
    char second = text.charAt(groups.start(0) + 1);
    return switch (groups.digits(0)) {
      case 10, 11 -> true;
      case 12 -> second == '1' && "567".indexOf(text.charAt(groups.start(0) + 2)) >= 0;
      default -> false;
    };
  }

  /** China, India, Brazil and Russia. */
  private static boolean isElsewhere(String text, Groups groups, int last) {
    char first = text.charAt(groups.start(0));
    return (first == '1' && isChinese(text, groups, last))
        || (first >= '6' && has(groups, last, 5, 5))
        || (first == '8' && has(groups, last, 1, 3, 3, 2, 2))
        || (has(groups, last, 2, 5, 4) && text.charAt(groups.start(1)) == '9')
        || (has(groups, last, 2, 4, 4) && isBrazilian(text, groups));
  }

  /** {@code 11 3456-7890}; not two years behind a number. */
  private static boolean isBrazilian(String text, Groups groups) {
    int exchange = groups.start(1);
    return text.charAt(groups.end(0)) == ' '
        && text.charAt(groups.end(1)) == '-'
        && text.charAt(groups.start(0)) != '0'
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
