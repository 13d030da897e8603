package dev.housecount.collect;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Times as JavaScript writes them ({@code 2026-03-01T12:00:00.000Z}), with any fraction of a
 * second. Nearly every event has one, and a formatter takes many times as long.
 */
final class UtcTime {
  private static final String FORM = "9999-99-99T99:99:99";
  private static final int MAX_FRACTION = 9;

  private UtcTime() {}

  /** In milliseconds. Null where the text has another form or is no time. */
  static @Nullable Instant parse(String text) {
    int last = text.length() - 1;
    if (!hasForm(text) || text.charAt(last) != 'Z' || !isFraction(text, last)) {
      return null;
    }
    int month = number(text, 5, 7);
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, 19);
    if (month < 1 || month > 12 || hour > 23 || minute > 59 || second > 59) {
      return null;
    }
    LocalDate first = LocalDate.of(number(text, 0, 4), month, 1);
    int day = number(text, 8, 10);
    return day < 1 || day > first.lengthOfMonth()
        ? null
        : first
            .withDayOfMonth(day)
            .atTime(hour, minute, second)
            .toInstant(ZoneOffset.UTC)
            .plusMillis(millis(text, last));
  }

  private static boolean hasForm(String text) {
    boolean form = text.length() > FORM.length();
    for (int i = 0; form && i < FORM.length(); i++) {
      char c = text.charAt(i);
      form = FORM.charAt(i) == '9' ? isDigit(c) : c == FORM.charAt(i);
    }
    return form;
  }

  /** Whether nothing stands before the end, or a point and digits. */
  private static boolean isFraction(String text, int end) {
    int digits = end - FORM.length() - 1;
    boolean fraction = digits >= 1 && digits <= MAX_FRACTION && text.charAt(FORM.length()) == '.';
    for (int i = FORM.length() + 1; fraction && i < end; i++) {
      fraction = isDigit(text.charAt(i));
    }
    return fraction || end == FORM.length();
  }

  private static int millis(String text, int end) {
    int millis = 0;
    for (int i = FORM.length() + 1; i < FORM.length() + 4; i++) {
      millis = millis * 10 + (i < end ? text.charAt(i) - '0' : 0);
    }
    return millis;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int number(String text, int start, int end) {
    int number = 0;
    for (int i = start; i < end; i++) {
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }
}
