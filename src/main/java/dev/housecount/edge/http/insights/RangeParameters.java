package dev.housecount.edge.http.insights;

import static dev.housecount.insights.Parameter.COMPARE;
import static dev.housecount.insights.Parameter.FROM;
import static dev.housecount.insights.Parameter.PERIOD;
import static dev.housecount.insights.Parameter.TO;
import static dev.housecount.insights.Parameter.ZONE;

import dev.housecount.insights.Days;
import dev.housecount.insights.Insights;
import dev.housecount.insights.Question;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads which days a question is about, and with which it compares. */
final class RangeParameters {
  private static final int DEFAULT_DAYS = 28;
  private static final Pattern SPAN = Pattern.compile("([1-9]\\d{0,3})([dm])");
  private static final String DATE = "a date, such as 2026-11-28";
  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

  private final Given given;
  private final ZoneId zone;
  private final LocalDate today;

  RangeParameters(Given given, Insights insights) {
    this.given = given;
    ZoneId named =
        given.one(
            ZONE,
            RangeParameters::zone,
            "the IANA name of a time zone, such as Europe/Berlin or Asia/Kolkata; any is answered");
    this.zone = named == null ? insights.zone() : named;
    this.today = insights.today(zone);
  }

  /** Offsets are no zones: their days are those of no place. */
  static ZoneId zone(String text) {
    if (!ZoneId.getAvailableZoneIds().contains(text)) {
      throw new IllegalArgumentException();
    }
    return ZoneId.of(text);
  }

  ZoneId zone() {
    return zone;
  }

  Days days() {
    Days days = given.has(PERIOD) ? period() : dates();
    if (days.count() > Question.MAX_DAYS) {
      throw Given.bad("A range has at most " + Question.MAX_DAYS + " days.");
    }
    return days;
  }

  private Days period() {
    if (given.has(FROM) || given.has(TO)) {
      throw Given.bad("\"period\" stands in the place of \"from\" and \"to\".");
    }
    LocalDate from =
        given.one(PERIOD, this::begin, "days or months up to yesterday, such as 7d, 28d or 12m");
    return new Days(from == null ? today.minusDays(DEFAULT_DAYS) : from, today);
  }

  private LocalDate begin(String text) {
    Matcher span = SPAN.matcher(text);
    if (!span.matches()) {
      throw new IllegalArgumentException();
    }
    int count = Integer.parseInt(span.group(1));
    return today.minus(count, span.group(2).equals("d") ? ChronoUnit.DAYS : ChronoUnit.MONTHS);
  }

  private Days dates() {
    LocalDate to = given.one(TO, RangeParameters::date, DATE);
    LocalDate end = to == null ? today : to;
    LocalDate from = given.one(FROM, RangeParameters::date, DATE);
    LocalDate start = from == null ? end.minusDays(DEFAULT_DAYS) : from;
    if (!start.isBefore(end)) {
      throw Given.bad(
          "\"from\" is before \"to\", which is the day behind the last one and today where it is"
              + " not given.");
    }
    return new Days(start, end);
  }

  static LocalDate date(String text) {
    LocalDate date = LocalDate.parse(text);
    if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
      throw new IllegalArgumentException();
    }
    return date;
  }

  /** The days to compare with; null for none. */
  @Nullable Days previous(Days days) {
    if (!given.has(COMPARE)) {
      return days.before();
    }
    String expectation = "previous, none, or the date on which the other range begins";
    String how = given.one(COMPARE, text -> text, expectation);
    if ("none".equals(how)) {
      return null;
    }
    LocalDate other =
        "previous".equals(how)
            ? days.before().from()
            : given.one(COMPARE, RangeParameters::date, expectation);
    return other == null ? null : days.movedTo(other);
  }
}
