package dev.housecount.insights;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How long the periods of a time series are. */
public enum Grain {
  HOUR,
  DAY,
  /** From Monday on (ISO 8601). */
  WEEK,
  MONTH;

  private static final DateTimeFormatter HOUR_LABEL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mmxxx", Locale.ROOT);

  /** As it stands in a question. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All of them, for a person. */
  public static String words() {
    return Arrays.stream(values()).map(Grain::word).collect(Collectors.joining(", "));
  }

  /** The periods of these days, oldest first; what reaches beyond them is cut off. */
  public List<Period> periods(Days days, ZoneId zone) {
    return this == HOUR ? hours(days, zone) : dates(days, zone);
  }

  private List<Period> dates(Days days, ZoneId zone) {
    return parts(days).stream()
        .map(part -> new Period(part.from().toString(), part.start(zone), part.end(zone)))
        .toList();
  }

  /** The days of each period, oldest first; what reaches beyond these is cut off. Not of hours. */
  public List<Days> parts(Days days) {
    List<Days> parts = new ArrayList<>();
    LocalDate date = days.from();
    while (date.isBefore(days.to())) {
      LocalDate next = next(date);
      LocalDate end = next.isBefore(days.to()) ? next : days.to();
      parts.add(new Days(date, end));
      date = end;
    }
    return parts;
  }

  /** The days of the whole period that has this one. Not of hours. */
  public Days whole(LocalDate day) {
    LocalDate first =
        switch (this) {
          case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
          case MONTH -> day.with(TemporalAdjusters.firstDayOfMonth());
          default -> day;
        };
    return new Days(first, next(day));
  }

  private LocalDate next(LocalDate date) {
    return switch (this) {
      case WEEK -> date.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
      case MONTH -> date.with(TemporalAdjusters.firstDayOfNextMonth());
      default -> date.plusDays(1);
    };
  }

  private static List<Period> hours(Days days, ZoneId zone) {
    List<Period> periods = new ArrayList<>();
    Instant end = days.end(zone);
    Instant start = days.start(zone);
    while (start.isBefore(end)) {
      Instant next = nextHour(start, zone);
      String label = HOUR_LABEL.format(start.atZone(zone));
      periods.add(new Period(label, start, next.isBefore(end) ? next : end));
      start = next;
    }
    return periods;
  }

  /** When the clock next shows a full hour, or is changed: by half an hour on Lord Howe Island. */
  private static Instant nextHour(Instant start, ZoneId zone) {
    ZoneOffset offset = zone.getRules().getOffset(start);
    long into = Math.floorMod(start.getEpochSecond() + offset.getTotalSeconds(), 3600L);
    Instant full = start.plus(Duration.ofSeconds(3600 - into));
    ZoneOffsetTransition change = zone.getRules().nextTransition(start);
    return change != null && change.getInstant().isBefore(full) ? change.getInstant() : full;
  }
}
