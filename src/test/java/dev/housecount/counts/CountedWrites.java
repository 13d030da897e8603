package dev.housecount.counts;

import dev.housecount.store.RecordKey;
import dev.housecount.store.RecordRange;
import dev.housecount.store.RecordStore;
import dev.housecount.store.StoredRecord;
import java.util.List;
import java.util.function.Consumer;

/** Tells of each record that is written. */
record CountedWrites(RecordStore records, Consumer<StoredRecord> written) implements RecordStore {
  @Override
  public List<StoredRecord> get(List<RecordKey> keys, boolean fresh) {
    return records.get(keys, fresh);
  }

  @Override
  public List<StoredRecord> read(RecordRange range) {
    return records.read(range);
  }

  @Override
  public boolean put(StoredRecord record, long seen) {
    written.accept(record);
    return records.put(record, seen);
  }

  @Override
  public void putAll(List<StoredRecord> all) {
    all.forEach(written);
    records.putAll(all);
  }

  @Override
  public void delete(List<RecordKey> keys) {
    records.delete(keys);
  }
}
