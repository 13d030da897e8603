package dev.housecount.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.housecount.store.RecordKey;
import dev.housecount.store.RecordRange;
import dev.housecount.store.RecordStore;
import dev.housecount.store.StoredRecord;
import java.util.List;

/** Counts what calls would cost, by DynamoDB's rules and the sizes of its items. */
public final class CountingRecordStore implements RecordStore {
  /** Names of attributes, the version and the time of expiry, with room. */
  private static final int OVERHEAD = 48;

  private static final double WRITE_UNIT = 1_024;
  private static final double READ_UNIT = 4_096;

  private final RecordStore store;
  private double written;
  private double read;
  private int calls;

  public CountingRecordStore(RecordStore store) {
    this.store = store;
  }

  public void reset() {
    written = 0;
    read = 0;
    calls = 0;
  }

  public double writeUnits() {
    return written;
  }

  public double readUnits() {
    return read;
  }

  public int calls() {
    return calls;
  }

  @Override
  public synchronized List<StoredRecord> get(List<RecordKey> keys, boolean fresh) {
    List<StoredRecord> found = store.get(keys, fresh);
    calls++;
    double units = found.stream().mapToDouble(r -> Math.ceil(size(r) / READ_UNIT)).sum();
    read += (units + keys.size() - found.size()) * (fresh ? 1 : 0.5);
    return found;
  }

  @Override
  public synchronized List<StoredRecord> read(RecordRange range) {
    List<StoredRecord> found = store.read(range);
    calls++;
    double bytes = found.stream().mapToDouble(CountingRecordStore::size).sum();
    read += Math.max(1, Math.ceil(bytes / READ_UNIT)) * (range.fresh() ? 1 : 0.5);
    return found;
  }

  @Override
  public synchronized boolean put(StoredRecord record, long seen) {
    written += Math.ceil(size(record) / WRITE_UNIT);
    calls++;
    return store.put(record, seen);
  }

  @Override
  public synchronized void putAll(List<StoredRecord> records) {
    written += records.stream().mapToDouble(r -> Math.ceil(size(r) / WRITE_UNIT)).sum();
    calls++;
    store.putAll(records);
  }

  @Override
  public synchronized void delete(List<RecordKey> keys) {
    List<StoredRecord> found = store.get(keys, true);
    written += keys.size() - found.size();
    written += found.stream().mapToDouble(r -> Math.ceil(size(r) / WRITE_UNIT)).sum();
    calls++;
    store.delete(keys);
  }

  private static double size(StoredRecord record) {
    RecordKey key = record.key();
    int keys = key.partition().getBytes(UTF_8).length + key.sort().getBytes(UTF_8).length;
    return OVERHEAD + keys + record.data().length;
  }
}
