package dev.housecount.sealed;

import dev.housecount.bytes.ByteReader;
import dev.housecount.bytes.ByteWriter;
import dev.housecount.store.Order;
import dev.housecount.store.RecordKey;
import dev.housecount.store.RecordRange;
import dev.housecount.store.RecordStore;
import dev.housecount.store.StoredRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Notes of times that have to be sealed again. Safe for concurrent use. */
final class Marks {
  /** A request that made a mark has ended so long after its minute, whatever became of it. */
  private static final Duration RIPE = Duration.ofSeconds(90);

  private static final Duration KEPT = Duration.ofDays(400);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final String PARTITION = "dirty";
  private static final int MOST = 1_000;

  private final RecordStore store;
  private final String instance;
  private final Clock clock;
  private final Set<String> noted = new HashSet<>();
  private long minute;

  /**
   * @param instance tells this one from others that write at the same time
   */
  Marks(RecordStore store, String instance, Clock clock) {
    this.store = store;
    this.instance = instance;
    this.clock = clock;
  }

  /**
   * A time of which something changed.
   *
   * @param from inclusive
   * @param to exclusive
   */
  record Range(Instant from, Instant to) {}

  /**
   * Marks that are ripe.
   *
   * @param keys to delete once the ranges were sealed again
   */
  record Ripe(List<RecordKey> keys, List<Range> ranges) {}

  /** Notes some times, once a minute each. */
  void note(List<Range> ranges) {
    note(ranges, clock.instant());
  }

  /** Notes times of which it is known now that they have to be sealed again then. */
  synchronized void note(List<Range> ranges, Instant then) {
    long now = minute(clock.instant());
    if (now != minute) {
      noted.clear();
      minute = now;
    }
    ByteWriter data = new ByteWriter().number(ranges.size());
    StringBuilder name = new StringBuilder(sort(minute(then))).append('#').append(instance);
    for (Range range : ranges) {
      data.number(range.from.toEpochMilli()).number(range.to.toEpochMilli());
      name.append('#').append(range.from).append('-').append(range.to);
    }
    if (!noted.contains(name.toString())) {
      RecordKey key = new RecordKey(PARTITION, name.toString());
      store.putAll(List.of(new StoredRecord(key, 1, data.toBytes(), clock.instant().plus(KEPT))));
      noted.add(name.toString());
    }
  }

  /** What has to be sealed again by now. */
  Ripe ripe() {
    long before = minute(clock.instant().minus(RIPE));
    RecordRange range = new RecordRange(PARTITION, "", sort(before), Order.ASC, MOST, false);
    List<RecordKey> keys = new ArrayList<>();
    List<Range> ranges = new ArrayList<>();
    for (StoredRecord record : store.read(range)) {
      keys.add(record.key());
      ByteReader from = new ByteReader(record.data());
      for (int count = from.integer(); count > 0; count--) {
        ranges.add(
            new Range(Instant.ofEpochMilli(from.number()), Instant.ofEpochMilli(from.number())));
      }
    }
    return new Ripe(keys, ranges);
  }

  void delete(Ripe done) {
    store.delete(done.keys);
  }

  private static long minute(Instant at) {
    return at.getEpochSecond() / MINUTE.toSeconds();
  }

  private static String sort(long minute) {
    return String.format(Locale.ROOT, "%010d", minute);
  }
}
