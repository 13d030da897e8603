package dev.housecount.scrub.detect;

/** Days and times of day: digits in groups that are nothing personal. */
final class Dates {
  private Dates() {}

  /** The end of the date, and of the time of day behind it, that begins at the index, or -1. */
  static int end(String text, int start) {
    int first = Chars.endOfDigits(text, start, 5);
    char sign = Chars.at(text, first);
    int second = isSign(sign) ? Chars.endOfDigits(text, first + 1, 3) : first;
    int third = Chars.at(text, second) == sign ? Chars.endOfDigits(text, second + 1, 5) : second;
    if (second <= first + 1 || third <= second + 1 || !isBoundary(text, third, sign)) {
      return -1;
    }
    long a = Checksums.number(text, start, first);
    long b = Checksums.number(text, first + 1, second);
    long c = Checksums.number(text, second + 1, third);
    boolean yearFirst = first - start == 4 && a >= 1900 && a < 2200 && Checksums.isDay(b, c);
    boolean yearLast = isYear(second + 1, third, c) && first - start <= 2;
    boolean day = Checksums.isDay(a, b) || Checksums.isDay(b, a);
    return yearFirst || (yearLast && day) ? endOfTime(text, third) : -1;
  }

  private static boolean isYear(int start, int end, long year) {
    return end - start == 2 || (end - start == 4 && year >= 1900 && year < 2200);
  }

  private static boolean isSign(char c) {
    return c == '-' || c == '/' || c == '.';
  }

  /** A {@code T} may follow, and the same sign only where no digit does. */
  private static boolean isBoundary(String text, int end, char sign) {
    char next = Chars.at(text, end);
    return (Chars.endsWord(text, end) || next == 'T' || next == 't')
        && !(next == sign && Chars.isDigit(Chars.at(text, end + 1)));
  }

  /** {@code T10:15:30.123+01:00}, as ISO 8601 and logs have it. */
  private static int endOfTime(String text, int date) {
    char sign = Chars.at(text, date);
    int hour = sign == 'T' || sign == 't' || sign == ' ' ? date + 1 : date;
    int end = Chars.endOfDigits(text, hour, 2);
    if (hour == date || end == hour || Chars.at(text, end) != ':') {
      return date;
    }
    int index = end;
    while (index - hour < 24
        && ":.,+-Zz".indexOf(Chars.at(text, index)) >= 0
        && Chars.isDigit(Chars.at(text, index + 1))) {
      index = Chars.endOfDigits(text, index + 1, 9);
    }
    return index;
  }
}
