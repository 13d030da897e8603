package dev.housecount.scrub.detect;

/** The groups of digits of what may be a phone number, and the signs between them. */
final class Groups {
  private static final int MAX = 10;
  private static final int MAX_SIGNS = 3;
  private static final String SIGNS = " -./()";

  private final int[] starts = new int[MAX];
  private final int[] ends = new int[MAX];
  private final int[] totals = new int[MAX];
  private int count;

  private Groups() {}

  /** Reads from a digit, plus sign or bracket on, no more than so many digits. */
  static Groups read(String text, int start, int maxDigits) {
    Groups groups = new Groups();
    int total = 0;
    int index = start;
    if (Chars.at(text, index) == '(') {
      index++;
    }
    if (Chars.at(text, index) == '+') {
      index++;
      index += Chars.at(text, index) == '(' ? 1 : 0;
    }
    while (groups.count < MAX && total < maxDigits) {
      int end = Chars.endOfDigits(text, index, maxDigits + 1 - total);
      if (end == index) {
        break;
      }
      total += end - index;
      groups.add(index, end, total);
      index = end;
      while (index - end < MAX_SIGNS
          && isSign(Chars.at(text, index), groups.count)
          && !text.startsWith("--", index)) {
        index++;
      }
      if (index == end) {
        break;
      }
    }
    return groups;
  }

  /** {@code +49}, {@code (+49)}, {@code 0049}. */
  static boolean isInternational(String text, int start) {
    char c = text.charAt(start);
    char next = Chars.at(text, start + 1);
    return (c == '+' && (Chars.isDigit(next) || next == '('))
        || (c == '(' && next == '+')
        || (c == '0' && next == '0' && Chars.at(text, start + 2) > '0');
  }

  /** A number with its country's code as libphonenumber takes it. */
  static String dialled(String text, int start, int end) {
    return "+" + digits(text, text.charAt(start) == '0' ? start + 2 : start, end);
  }

  /** The digits alone. */
  static String digits(String text, int start, int end) {
    StringBuilder digits = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      if (Chars.isDigit(text.charAt(i))) {
        digits.append(text.charAt(i));
      }
    }
    return digits.toString();
  }

  /** A slash only behind the area: more of them are a path or a date. */
  private static boolean isSign(char c, int count) {
    return SIGNS.indexOf(c) >= 0 && (c != '/' || count == 1);
  }

  private void add(int start, int end, int total) {
    starts[count] = start;
    ends[count] = end;
    totals[count++] = total;
  }

  int count() {
    return count;
  }

  /** All digits. */
  int digits() {
    return count == 0 ? 0 : totals[count - 1];
  }

  /** The digits up to this group, itself included. */
  int digits(int group) {
    return totals[group];
  }

  int start(int group) {
    return starts[group];
  }

  int end(int group) {
    return ends[group];
  }

  int length(int group) {
    return ends[group] - starts[group];
  }

  /** Whether nothing goes on behind this group that belongs to its digits. */
  boolean isWhole(String text, int group) {
    int end = ends[group];
    char sign = Chars.at(text, end);
    boolean goesOn =
        (sign == '-' || sign == '/' || sign == '.') && Chars.isDigit(Chars.at(text, end + 1));
    return endsNumber(text, end) && !goesOn;
  }

  /** At the end of a word, and before an extension: {@code x123}. */
  static boolean endsNumber(String text, int end) {
    boolean extension =
        Chars.lower(Chars.at(text, end)) == 'x' && Chars.isDigit(Chars.at(text, end + 1));
    return extension || Chars.endsWord(text, end);
  }
}
