package dev.housecount.sealed;

import dev.housecount.store.Order;
import dev.housecount.store.RecordRange;
import dev.housecount.store.RecordStore;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which segments there are. */
final class Index {
  /** Days without a segment behind the last that has one are few. */
  private static final int LATEST = 8;

  private static final int MOST_DAYS = 100_000;

  private final RecordStore store;
  private final Duration kept;

  /**
   * @param kept as long as the longest of all sections
   */
  Index(RecordStore store, Duration kept) {
    this.store = store;
    this.kept = kept;
  }

  /** A day as it is now. */
  Day day(LocalDate date) {
    return store.get(List.of(Day.key(date)), true).stream()
        .map(Day::of)
        .findFirst()
        .orElseGet(() -> new Day(date, 0, List.of()));
  }

  /** The days of a time of which something may be sealed, oldest first. */
  List<Day> days(Instant from, Instant to) {
    LocalDate last = Day.date(to);
    RecordRange range =
        new RecordRange(
            Day.PARTITION,
            Day.date(from).toString(),
            last.plusDays(1).toString(),
            Order.ASC,
            MOST_DAYS,
            false);
    return store.read(range).stream().map(Day::of).toList();
  }

  /** The segments of a time, oldest first. */
  List<Segment> segments(Instant from, Instant to) {
    return days(from, to).stream()
        .flatMap(day -> day.segments().stream())
        .filter(segment -> segment.overlaps(from, to))
        .toList();
  }

  /** The segment that ends last; null when there is none. */
  @Nullable Segment last() {
    List<Day> days = latest();
    return days.isEmpty() ? null : days.get(0).last();
  }

  /** Some of the latest days that have segments, newest first; none when there are none. */
  List<Day> latest() {
    List<Day> latest = latest(LATEST);
    return latest.isEmpty() ? latest(MOST_DAYS) : latest;
  }

  private List<Day> latest(int days) {
    RecordRange range = new RecordRange(Day.PARTITION, "", "~", Order.DESC, days, true);
    return store.read(range).stream()
        .map(Day::of)
        .filter(day -> !day.segments().isEmpty())
        .toList();
  }

  /**
   * Makes a day true in the place of the one that it was made of.
   *
   * @return false, with nothing done, when somebody else was faster
   */
  boolean put(Day day) {
    return store.put(day.record(day.end().plus(kept)), day.version());
  }
}
