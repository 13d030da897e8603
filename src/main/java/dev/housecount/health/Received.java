package dev.housecount.health;

import dev.housecount.store.Order;
import dev.housecount.store.RecordKey;
import dev.housecount.store.RecordRange;
import dev.housecount.store.RecordStore;
import dev.housecount.store.StoredRecord;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was received on each day, as records: one for each portal, day and instance, which replaces
 * itself, so that instances do not meet and a repeated write counts nothing twice.
 */
final class Received {
  /** Days that are kept, and can be asked for. */
  static final int DAYS = 35;

  /** More instances than that in as many days are not counted. */
  private static final int MOST = 20_000;

  /** No partition of a portal's catalog, in the same table, begins so. */
  private static final String PREFIX = "#received#";

  private static final char BEHIND = '~';

  private final RecordStore store;
  private final ZoneId zone;

  Received(RecordStore store, ZoneId zone) {
    this.store = store;
    this.zone = zone;
  }

  /** One portal's day. */
  record Day(String portal, LocalDate date) {}

  StoredRecord record(Day day, String instance, long version, Figures figures) {
    RecordKey key = new RecordKey(PREFIX + day.portal, day.date + "#" + instance);
    return new StoredRecord(
        key,
        version,
        Lines.of(figures),
        day.date.atStartOfDay(zone).toInstant().plus(Duration.ofDays(DAYS)));
  }

  void write(List<StoredRecord> records) {
    store.putAll(records);
  }

  /**
   * By day; days of which nothing is known are left out.
   *
   * @param to inclusive
   * @param instance whose own figures are known better than its records tell
   * @param own its figures, by day
   */
  Map<LocalDate, Figures> read(
      String portal, LocalDate from, LocalDate to, String instance, Map<LocalDate, Figures> own) {
    RecordRange range =
        new RecordRange(
            PREFIX + portal, from.toString(), to.toString() + BEHIND, Order.ASC, MOST, false);
    Map<LocalDate, Figures> days = new TreeMap<>();
    own.forEach((date, figures) -> add(days, from, to, date, figures));
    for (StoredRecord record : store.read(range)) {
      String[] sort = record.key().sort().split("#", 2);
      LocalDate date = LocalDate.parse(sort[0]);
      if (!sort[1].equals(instance) || !own.containsKey(date)) {
        add(days, from, to, date, Lines.figures(record.data()));
      }
    }
    return days;
  }

  private static void add(
      Map<LocalDate, Figures> days, LocalDate from, LocalDate to, LocalDate date, Figures figures) {
    if (!date.isBefore(from) && !date.isAfter(to)) {
      days.merge(date, figures, Figures::plus);
    }
  }
}
