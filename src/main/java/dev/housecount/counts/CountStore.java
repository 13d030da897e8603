package dev.housecount.counts;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.housecount.insights.Grain;
import dev.housecount.store.Order;
import dev.housecount.store.RecordKey;
import dev.housecount.store.RecordRange;
import dev.housecount.store.RecordStore;
import dev.housecount.store.StoredRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps counts. Every method throws {@link dev.housecount.store.StoreUnavailableException} when the
 * store cannot answer now; the same call again is safe.
 */
final class CountStore {
  private static final String INDEX = "counts";
  private static final int MANY = 10_000;

  /**
   * What is kept of a portal together, since it is read together: series want many small records.
   */
  enum Shelf {
    /** Reports of a few figures. */
    SERIES,
    /** Reports with many rows. */
    TABLES;

    static Shelf of(String report) {
      return report.equals("active-users") || report.equals("summary") ? SERIES : TABLES;
    }
  }

  private final RecordStore records;

  CountStore(RecordStore records) {
    this.records = records;
  }

  /** How far all portals are, by their names. */
  Map<String, Index> indexes() {
    Map<String, Index> all = new TreeMap<>();
    for (StoredRecord record :
        records.read(new RecordRange(INDEX, "", "\uffff", Order.ASC, MANY, true))) {
      all.put(record.key().sort(), index(record));
    }
    return all;
  }

  /** Null for a portal of which nothing is counted yet. */
  @Nullable Index index(String portal) {
    RecordRange only = new RecordRange(INDEX, portal, portal + "\0", Order.ASC, 1, false);
    return records.read(only).stream().findFirst().map(CountStore::index).orElse(null);
  }

  private static Index index(StoredRecord record) {
    String[] dates = new String(record.data(), UTF_8).split(" ", -1);
    return new Index(LocalDate.parse(dates[0]), LocalDate.parse(dates[1]), record.version());
  }

  /**
   * @return false, with nothing done, when another one has written since
   */
  boolean put(String portal, Index index) {
    byte[] data = (index.since() + " " + index.until()).getBytes(UTF_8);
    return records.put(
        new StoredRecord(new RecordKey(INDEX, portal), index.version() + 1, data, null),
        index.version());
  }

  /**
   * Keeps what was counted of a time, in the place of what was there; writes nothing where it is
   * the same. Where another one writes at once, one of both is kept: both counted the same.
   */
  void put(String portal, Whole whole, List<Counted> counted, Instant expiresAt) {
    Map<RecordKey, StoredRecord> there = new HashMap<>();
    List<RecordKey> keys = Arrays.stream(Shelf.values()).map(s -> key(portal, whole, s)).toList();
    records.get(keys, true).forEach(record -> there.put(record.key(), record));
    for (Shelf shelf : Shelf.values()) {
      RecordKey key = key(portal, whole, shelf);
      byte[] data =
          CountText.encode(
              counted.stream().filter(one -> Shelf.of(one.report()) == shelf).toList());
      StoredRecord before = there.get(key);
      if (before == null || !Arrays.equals(before.data(), data)) {
        long version = before == null ? 0 : before.version();
        records.put(new StoredRecord(key, version + 1, data, expiresAt), version);
      }
    }
  }

  /** Whether something is kept of a time. */
  boolean has(String portal, Whole whole) {
    return !records.get(List.of(key(portal, whole, Shelf.SERIES)), true).isEmpty();
  }

  /** What a report counted of the times of a grain that begin in a range, by their first days. */
  NavigableMap<LocalDate, Counted> read(
      String portal, Grain grain, String report, LocalDate from, LocalDate to) {
    NavigableMap<LocalDate, Counted> found = new TreeMap<>();
    String partition = partition(portal, grain, Shelf.of(report));
    RecordRange range =
        new RecordRange(partition, from.toString(), to.toString(), Order.ASC, MANY, false);
    for (StoredRecord record : records.read(range)) {
      for (Counted one : CountText.decode(record.data())) {
        if (one.report().equals(report)) {
          found.put(LocalDate.parse(record.key().sort()), one);
        }
      }
    }
    return found;
  }

  private static RecordKey key(String portal, Whole whole, Shelf shelf) {
    return new RecordKey(partition(portal, whole.grain(), shelf), whole.days().from().toString());
  }

  private static String partition(String portal, Grain grain, Shelf shelf) {
    String word = shelf.name().toLowerCase(Locale.ROOT);
    return String.join("#", INDEX, portal, grain.word(), word);
  }
}
