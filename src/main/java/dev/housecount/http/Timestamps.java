package dev.housecount.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** The ways in which senders and readers write times. */
final class Timestamps {
  /** As far from 1970 as ECMAScript's Date goes (section 21.4.1.1), in milliseconds. */
  private static final double MAX_MILLIS = 8.64e15;

  private Timestamps() {}

  /**
   * Milliseconds since 1970, or ISO 8601 with an offset.
   *
   * @throws IllegalArgumentException when it is neither
   */
  static Instant parse(Object value) {
    if (value instanceof Number number) {
      return ofMillis(number.doubleValue());
    }
    if (!(value instanceof String text)) {
      throw new IllegalArgumentException("neither a text nor a number");
    }
    if (!text.isEmpty()
        && text.length() <= 16
        && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return ofMillis(Double.parseDouble(text));
    }
    try {
      return ofMillis((double) OffsetDateTime.parse(text).toInstant().toEpochMilli());
    } catch (DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException("not ISO 8601", e);
    }
  }

  /** As {@link #parse}; a date alone is its first moment in UTC. */
  static Instant parseOrDate(String text) {
    try {
      return text.length() == 10 && text.charAt(4) == '-'
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not a date", e);
    }
  }

  private static Instant ofMillis(double millis) {
    if (!(Math.abs(millis) <= MAX_MILLIS)) {
      throw new IllegalArgumentException("out of range");
    }
    return Instant.ofEpochMilli((long) millis);
  }
}
