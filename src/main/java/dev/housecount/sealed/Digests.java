package dev.housecount.sealed;

import dev.housecount.store.Order;
import dev.housecount.store.RecordRange;
import dev.housecount.store.RecordStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Which digests there are, and their records. */
final class Digests {
  private static final int MOST_MONTHS = 10_000;

  private final RecordStore store;
  private final ZoneId zone;
  private final Duration kept;
  private final Map<Digest.Level, Shelf> shelves = new EnumMap<>(Digest.Level.class);

  /**
   * @param zone of the portal
   */
  Digests(RecordStore store, ZoneId zone, RecentRecords recent, Periods periods, Clock clock) {
    this.store = store;
    this.zone = zone;
    this.kept = periods.longest();
    for (Digest.Level level : Digest.Level.values()) {
      shelves.put(level, new Shelf(store, level.prefix(), recent, periods, clock));
    }
  }

  ZoneId zone() {
    return zone;
  }

  /** Where the records of digests of a length are. */
  Shelf shelf(Digest.Level level) {
    return Objects.requireNonNull(shelves.get(level));
  }

  LocalDate date(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }

  /** The months of a time that have digests, those of another zone not among them. */
  Map<YearMonth, DigestMonth> months(Instant from, Instant to) {
    Map<YearMonth, DigestMonth> months = new HashMap<>();
    read(from, to).stream()
        .filter(month -> month.zone().equals(zone))
        .forEach(month -> months.put(month.month(), month));
    return months;
  }

  /** The months of a time, whatever their zone. */
  List<DigestMonth> read(Instant from, Instant to) {
    RecordRange range =
        new RecordRange(
            DigestMonth.PARTITION,
            YearMonth.from(date(from)).toString(),
            YearMonth.from(date(to)).plusMonths(1).toString(),
            Order.ASC,
            MOST_MONTHS,
            false);
    return store.read(range).stream().map(DigestMonth::of).toList();
  }

  /**
   * Makes a month true in the place of the one that it was made of, and takes away the records of
   * those digests that it does not have any more.
   *
   * @return false, with nothing done, when somebody else was faster
   */
  boolean put(DigestMonth month, DigestMonth before) {
    Instant end = Digest.start(month.month().plusMonths(1).atDay(1), month.zone());
    if (!store.put(month.record(end.plus(kept)), before.version())) {
      return false;
    }
    for (Digest old : before.digests()) {
      if (!month.digests().contains(old)) {
        shelf(old.level()).delete(List.of(old.segment()));
      }
    }
    return true;
  }
}
