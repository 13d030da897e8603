package dev.housecount.counts;

import dev.housecount.store.RecordKey;
import dev.housecount.store.RecordRange;
import dev.housecount.store.RecordStore;
import dev.housecount.store.StoredRecord;
import java.util.List;

/** Lets something happen before one of the calls. */
final class InterruptedRecords implements RecordStore {
  private final RecordStore records;
  private final Runnable before;
  private int left;

  /**
   * @param call which of them, from 1
   * @param before what happens; may throw
   */
  InterruptedRecords(RecordStore records, int call, Runnable before) {
    this.records = records;
    this.left = call;
    this.before = before;
  }

  /** Whether it has happened. */
  boolean isOver() {
    return left <= 0;
  }

  private void call() {
    left--;
    if (left == 0) {
      before.run();
    }
  }

  @Override
  public List<StoredRecord> get(List<RecordKey> keys, boolean fresh) {
    call();
    return records.get(keys, fresh);
  }

  @Override
  public List<StoredRecord> read(RecordRange range) {
    call();
    return records.read(range);
  }

  @Override
  public boolean put(StoredRecord record, long seen) {
    call();
    return records.put(record, seen);
  }

  @Override
  public void putAll(List<StoredRecord> all) {
    call();
    records.putAll(all);
  }

  @Override
  public void delete(List<RecordKey> keys) {
    call();
    records.delete(keys);
  }
}
