package dev.housecount.testing;

import dev.housecount.store.RecordKey;
import dev.housecount.store.RecordRange;
import dev.housecount.store.RecordStore;
import dev.housecount.store.StoredRecord;
import java.util.List;
import java.util.Random;

/**
 * A store before one of whose calls something else happens: another run, or the end of this one.
 */
public final class DisturbedRecords implements RecordStore {
  private static final int CALLS = 25;

  private final RecordStore store;
  private Runnable what = () -> {};
  private int calls = -1;

  public DisturbedRecords(RecordStore store) {
    this.store = store;
  }

  /** Lets something happen once, before one of the next calls. */
  public void by(Random random, Runnable something) {
    at(random.nextInt(CALLS), something);
  }

  /** Lets something happen once, before the call after so many. */
  public void at(int call, Runnable something) {
    what = something;
    calls = call;
  }

  /** Whether it has happened. */
  public boolean isOver() {
    return calls < 0;
  }

  private void disturb() {
    if (calls-- == 0) {
      what.run();
    }
  }

  @Override
  public List<StoredRecord> get(List<RecordKey> keys, boolean fresh) {
    disturb();
    return store.get(keys, fresh);
  }

  @Override
  public List<StoredRecord> read(RecordRange range) {
    disturb();
    return store.read(range);
  }

  @Override
  public boolean put(StoredRecord record, long seen) {
    disturb();
    return store.put(record, seen);
  }

  @Override
  public void putAll(List<StoredRecord> records) {
    disturb();
    store.putAll(records);
  }

  @Override
  public void delete(List<RecordKey> keys) {
    disturb();
    store.delete(keys);
  }
}
