package dev.housecount.counts;

import dev.housecount.store.Order;
import dev.housecount.store.RecordKey;
import dev.housecount.store.RecordRange;
import dev.housecount.store.RecordStore;
import dev.housecount.store.StoredRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What {@link LateMarks} noted: lets counting begin again with the first day of it. */
final class LateDays {
  /** Whoever did not note again because of a note, and wrote by it, is through by then. */
  static final Duration RIPE = LateMarks.AGAIN.plusMinutes(2);

  private static final int MANY = 1_000;

  private final RecordStore records;

  LateDays(RecordStore records) {
    this.records = records;
  }

  /**
   * Sets back the indexes of the portals, kept and given, and then takes the notes away: in this
   * order, so that whoever is cut off between does it twice and not never.
   *
   * @return false when another instance changed an index meanwhile
   */
  boolean apply(CountStore store, Map<String, Index> indexes, Instant now) {
    List<RecordKey> ripe =
        records
            .read(new RecordRange(LateMarks.PARTITION, "", "\uffff", Order.ASC, MANY, true))
            .stream()
            .filter(record -> record.version() <= now.minus(RIPE).toEpochMilli())
            .map(StoredRecord::key)
            .toList();
    Map<String, Index> changed = new HashMap<>();
    for (RecordKey key : ripe) {
      String[] parts = key.sort().split(LateMarks.BETWEEN, -1);
      Index index = changed.getOrDefault(parts[1], indexes.get(parts[1]));
      if (index != null) {
        changed.put(parts[1], index.with(LocalDate.parse(parts[0])));
      }
    }
    for (Map.Entry<String, Index> one : changed.entrySet()) {
      Index before = indexes.get(one.getKey());
      if (before == null || one.getValue().isAs(before)) {
        continue;
      }
      if (!store.put(one.getKey(), one.getValue())) {
        return false;
      }
      indexes.put(one.getKey(), one.getValue().written());
    }
    if (!ripe.isEmpty()) {
      records.delete(ripe);
    }
    return true;
  }
}
