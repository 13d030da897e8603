package dev.housecount.oracle;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is asked of a report.
 *
 * @param to exclusive
 * @param grain null for none
 * @param filters any of the values of each name; {@link #OPTIONS} beside them
 */
record Question(
    LocalDate from,
    LocalDate to,
    ZoneId zone,
    String grain,
    Map<String, List<String>> filters,
    boolean direct) {
  /** What is asked of a report in other ways than by filters. */
  static final Set<String> OPTIONS = Set.of("limit", "visited", "zero", "steps");

  static final int LIMIT = 10_000;

  /** A time from one moment to before another. */
  record Period(Instant from, Instant to) {
    boolean has(Instant at) {
      return !at.isBefore(from) && at.isBefore(to);
    }
  }

  static Question of(String from, String to, String zone) {
    return new Question(
        LocalDate.parse(from), LocalDate.parse(to), ZoneId.of(zone), null, Map.of(), false);
  }

  Question by(String newGrain) {
    return new Question(from, to, zone, newGrain, filters, direct);
  }

  Question with(String filter, String... values) {
    Map<String, List<String>> more = new HashMap<>(filters);
    more.put(filter, List.of(values));
    return new Question(from, to, zone, grain, Map.copyOf(more), direct);
  }

  Question withoutFilters() {
    return new Question(from, to, zone, grain, Map.of(), direct);
  }

  Question directly() {
    return new Question(from, to, zone, grain, filters, true);
  }

  /** As many days before. */
  Question previous() {
    long days = ChronoUnit.DAYS.between(from, to);
    return new Question(from.minusDays(days), from, zone, grain, filters, direct);
  }

  Period range() {
    return days(from, to);
  }

  /** Of local days. */
  Period days(LocalDate first, LocalDate end) {
    return new Period(start(first), start(end));
  }

  Instant start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** The range by its grain; what reaches beyond it is cut. */
  List<Period> periods() {
    List<Period> periods = new ArrayList<>();
    if (grain.equals("hour")) {
      Period range = range();
      Instant hour = range.from();
      while (hour.isBefore(range.to())) {
        Instant next =
            ZonedDateTime.ofInstant(hour, zone)
                .truncatedTo(ChronoUnit.HOURS)
                .plusHours(1)
                .toInstant();
        periods.add(new Period(hour, next));
        hour = next;
      }
      return periods;
    }
    for (LocalDate day = from; day.isBefore(to); ) {
      LocalDate next = next(day);
      LocalDate end = next.isAfter(to) ? to : next;
      periods.add(days(day, end));
      day = end;
    }
    return periods;
  }

  private LocalDate next(LocalDate day) {
    return switch (grain) {
      case "day" -> day.plusDays(1);
      case "week" -> day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
      case "month" -> day.with(TemporalAdjusters.firstDayOfNextMonth());
      default -> throw new IllegalArgumentException(grain);
    };
  }

  List<String> values(String filter) {
    return filters.getOrDefault(filter, List.of());
  }

  int limit() {
    return values("limit").stream().mapToInt(Integer::parseInt).findFirst().orElse(LIMIT);
  }
}
