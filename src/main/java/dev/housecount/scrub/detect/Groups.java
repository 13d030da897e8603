package dev.housecount.scrub.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The groups of digits of what may be a phone number, and the signs between them.
 *
 * @param start of the first sign or digit
 * @param groups in their order, mostly not all of them the number's
 */
record Groups(String text, int start, List<Group> groups) {
  private static final int MAX = 10;
  private static final int MAX_SIGNS = 3;
  private static final String SIGNS = " -./()";

  /**
   * @param digits up to this group, itself included
   */
  record Group(int start, int end, int digits) {}

  /** Reads from a digit, plus sign or bracket on, no more than so many digits. */
  static Groups read(String text, int start, int maxDigits) {
    List<Group> groups = new ArrayList<>();
    int index = Chars.at(text, start) == '(' ? start + 1 : start;
    index += Chars.at(text, index) != '+' ? 0 : Chars.at(text, index + 1) == '(' ? 2 : 1;
    int total = 0;
    int end = index;
    while (groups.size() < MAX && total < maxDigits) {
      end = Chars.endOfDigits(text, index, maxDigits + 1 - total);
      if (end == index) {
        break;
      }
      total += end - index;
      groups.add(new Group(index, end, total));
      index = endOfSigns(text, end, groups.size());
      if (index == end) {
        break;
      }
    }
    return new Groups(text, start, groups);
  }

  /** A slash only behind the area: more of them are a path or a date. */
  private static int endOfSigns(String text, int start, int groups) {
    int end = start;
    while (end - start < MAX_SIGNS
        && SIGNS.indexOf(Chars.at(text, end)) >= 0
        && (text.charAt(end) != '/' || groups == 1)
        && !text.startsWith("--", end)) {
      end++;
    }
    return end;
  }

  /** {@code +49}, {@code (+49)}, {@code 0049}. */
  boolean isInternational() {
    char c = text.charAt(start);
    char next = Chars.at(text, start + 1);
    return (c == '+' && (Chars.isDigit(next) || next == '('))
        || (c == '(' && next == '+')
        || (c == '0' && next == '0' && Chars.at(text, start + 2) > '0');
  }

  int count() {
    return groups.size();
  }

  int end(int group) {
    return groups.get(group).end;
  }

  /** How many digits there are up to this group, itself included. */
  int digits(int group) {
    return groups.get(group).digits;
  }

  /** The digits up to this group. */
  String upTo(int group) {
    StringBuilder digits = new StringBuilder();
    groups.subList(0, group + 1).forEach(part -> digits.append(text, part.start, part.end));
    return digits.toString();
  }

  /** Whether the text may end here as a word, or go on with an extension: {@code x123}. */
  boolean endsNumber(int group) {
    int end = end(group);
    boolean extension =
        Chars.lower(Chars.at(text, end)) == 'x' && Chars.isDigit(Chars.at(text, end + 1));
    return extension || Chars.endsWord(text, end);
  }

  /** Whether nothing goes on behind this group that belongs to its digits. */
  boolean isWhole(int group) {
    char sign = Chars.at(text, end(group));
    boolean signed = sign == '-' || sign == '/' || sign == '.';
    return endsNumber(group) && !(signed && Chars.isDigit(Chars.at(text, end(group) + 1)));
  }

  /** How many digits up to this group stand behind each sign between them. */
  Set<Integer> signs(int group) {
    return groups.subList(0, group).stream()
        .map(part -> digits(group) - part.digits)
        .collect(Collectors.toSet());
  }

  boolean isBracketed() {
    return text.charAt(start) == '(';
  }

  /** A bracket that is not closed within the number stands around more than the number. */
  boolean isClosed(int group) {
    int open = 0;
    for (int i = start; i < end(group); i++) {
      open += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
    }
    return !isBracketed() || open <= 0;
  }
}
