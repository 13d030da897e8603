package dev.housecount.collect;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The ways in which senders and readers write times. Seconds, milliseconds, microseconds and
 * nanoseconds since 1970 are told apart by their size: no event is from before March 1973 or from
 * after 5138, so that their ranges do not touch.
 */
public final class Timestamps {
  /** Up to here a number is one of seconds; a thousand times as much for each finer unit. */
  private static final double MAX_SECONDS = 1e11;

  /** Nanoseconds, too, end with the year 5138. */
  private static final double MAX_NUMBER = MAX_SECONDS * 1e9;

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,20}(?:\\.[0-9]{1,20})?");

  /** A comma is ISO 8601's, too; finer than a nanosecond is nothing. */
  private static final Pattern FRACTION = Pattern.compile("[.,]([0-9]{1,9})[0-9]*");

  /** Part of a millisecond that a double may lack for the number that was meant. */
  private static final double INEXACT = 0.001;

  /** Where a date ends in the usual year of four digits. */
  private static final int DATE = 10;

  /** The offset as {@code Z}, {@code +01:00}, {@code +0100} or {@code +01}. */
  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private Timestamps() {}

  /**
   * ISO 8601 with an offset, as RFC 3339 or without the colon in the offset; or a number since
   * 1970, also as a text.
   *
   * @throws IllegalArgumentException when it is neither
   */
  public static Instant parse(Object value) {
    if (value instanceof Number number) {
      return ofNumber(number.doubleValue());
    }
    if (!(value instanceof String text)) {
      throw new IllegalArgumentException("neither a text nor a number");
    }
    Instant usual = UtcTime.parse(text);
    if (usual != null) {
      return usual;
    }
    if (NUMBER.matcher(text).matches()) {
      return ofNumber(Double.parseDouble(text));
    }
    try {
      return Instant.ofEpochMilli(OffsetDateTime.parse(iso(text), ISO).toInstant().toEpochMilli());
    } catch (DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException("not ISO 8601", e);
    }
  }

  /** As {@link #parse}; a date alone is its first moment in UTC. */
  public static Instant parseOrDate(String text) {
    try {
      return text.length() == DATE && text.charAt(4) == '-'
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not a date", e);
    }
  }

  private static String iso(String text) {
    String fine = FRACTION.matcher(text).replaceFirst(".$1");
    boolean spaced = fine.length() > DATE && fine.charAt(DATE) == ' ';
    return spaced ? fine.substring(0, DATE) + 'T' + fine.substring(DATE + 1) : fine;
  }

  private static Instant ofNumber(double number) {
    double size = Math.abs(number);
    if (!(size < MAX_NUMBER)) {
      throw new IllegalArgumentException("out of range");
    }
    double inUnit = MAX_SECONDS;
    double millis = 1000;
    while (size >= inUnit) {
      inUnit *= 1000;
      millis /= 1000;
    }
    return Instant.ofEpochMilli((long) Math.floor(number * millis + INEXACT));
  }
}
