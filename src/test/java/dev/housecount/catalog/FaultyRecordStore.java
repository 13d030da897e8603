package dev.housecount.catalog;

import dev.housecount.store.RecordKey;
import dev.housecount.store.RecordRange;
import dev.housecount.store.RecordStore;
import dev.housecount.store.StoreUnavailableException;
import dev.housecount.store.StoredRecord;
import java.util.List;
import java.util.function.Supplier;

/** Fails once, at one call or just behind it, when its answer is lost. */
final class FaultyRecordStore implements RecordStore {
  private final RecordStore store;
  private int left = Integer.MAX_VALUE;
  private boolean answerLost;
  private Runnable beforeHead = () -> {};
  private Runnable beforeFacts = () -> {};
  private boolean late;
  private List<StoredRecord> headBefore = List.of();

  FaultyRecordStore(RecordStore store) {
    this.store = store;
  }

  void failAfter(int calls, boolean done) {
    left = calls;
    answerLost = done;
  }

  /** What somebody else does just before the next commit. */
  void beforeHead(Runnable other) {
    beforeHead = other;
  }

  /** What somebody else does just before facts are read for the next time. */
  void beforeFacts(Runnable other) {
    beforeFacts = other;
  }

  /** From now on, reads that need not be fresh see heads as they were before the last commit. */
  void readLate() {
    late = true;
  }

  private <T> T called(Supplier<T> call) {
    left--;
    if (left == -1 && !answerLost) {
      throw new StoreUnavailableException("planned");
    }
    T answer = call.get();
    if (left == -1) {
      throw new StoreUnavailableException("planned, and done");
    }
    return answer;
  }

  @Override
  public List<StoredRecord> get(List<RecordKey> keys, boolean fresh) {
    if (keys.get(0).partition().endsWith("#facts")) {
      Runnable other = beforeFacts;
      beforeFacts = () -> {};
      other.run();
    }
    boolean before = late && !fresh && keys.get(0).partition().equals("head");
    return called(() -> before ? headBefore : store.get(keys, fresh));
  }

  @Override
  public List<StoredRecord> read(RecordRange range) {
    return called(() -> store.read(range));
  }

  @Override
  public boolean put(StoredRecord record, long seen) {
    if (record.key().partition().equals("head")) {
      Runnable other = beforeHead;
      beforeHead = () -> {};
      other.run();
      headBefore = store.get(List.of(record.key()), true);
    }
    return called(() -> store.put(record, seen));
  }

  @Override
  public void putAll(List<StoredRecord> records) {
    called(
        () -> {
          store.putAll(records);
          return records;
        });
  }

  @Override
  public void delete(List<RecordKey> keys) {
    called(
        () -> {
          store.delete(keys);
          return keys;
        });
  }
}
