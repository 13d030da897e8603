package dev.housecount.store;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** Keeps records in memory: the reference for the contract that every store passes. */
public final class InMemoryRecordStore implements RecordStore {
  private static final Comparator<RecordKey> ORDER =
      Comparator.comparing(RecordKey::partition)
          .thenComparing(RecordKey::sort, InMemoryRecordStore::compare);

  private final NavigableMap<RecordKey, StoredRecord> records = new ConcurrentSkipListMap<>(ORDER);
  private final Clock clock;

  public InMemoryRecordStore(Clock clock) {
    this.clock = clock;
  }

  /** As UTF-8 bytes are ordered, which is the order of code points. */
  private static int compare(String one, String other) {
    int[] left = one.codePoints().toArray();
    int[] right = other.codePoints().toArray();
    return java.util.Arrays.compare(left, right);
  }

  @Override
  public List<StoredRecord> get(List<RecordKey> keys, boolean fresh) {
    return keys.stream()
        .distinct()
        .map(records::get)
        .filter(Objects::nonNull)
        .filter(this::isThere)
        .toList();
  }

  @Override
  public List<StoredRecord> read(RecordRange range) {
    RecordKey from = new RecordKey(range.partition(), range.from());
    RecordKey to = new RecordKey(range.partition(), range.to());
    if (ORDER.compare(from, to) >= 0) {
      return List.of();
    }
    NavigableMap<RecordKey, StoredRecord> part = records.subMap(from, true, to, false);
    NavigableMap<RecordKey, StoredRecord> ordered =
        range.order() == Order.ASC ? part : part.descendingMap();
    return ordered.values().stream().filter(this::isThere).limit(range.limit()).toList();
  }

  @Override
  public synchronized boolean put(StoredRecord record, long seen) {
    StoredRecord there = records.get(record.key());
    if ((isThere(there) && there != null ? there.version() : 0) != seen) {
      return false;
    }
    records.put(record.key(), record);
    return true;
  }

  @Override
  public synchronized void putAll(List<StoredRecord> fresh) {
    fresh.forEach(record -> records.put(record.key(), record));
  }

  @Override
  public synchronized void delete(List<RecordKey> keys) {
    keys.forEach(records::remove);
  }

  private boolean isThere(@Nullable StoredRecord record) {
    Instant end = record == null ? Instant.MIN : record.expiresAt();
    return end == null || end.isAfter(clock.instant());
  }
}
