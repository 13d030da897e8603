package dev.housecount.store;

import java.util.List;

/**
 * Keeps what was computed: catalog facts and rollups, each in a table of its own. Every method
 * throws {@link StoreUnavailableException} when the store cannot answer now; the same call again is
 * safe.
 */
public interface RecordStore {
  /**
   * The records of these keys, in no particular order; those that are not there are left out.
   *
   * @param fresh whether what was written just before must be seen; costs twice
   */
  List<StoredRecord> get(List<RecordKey> keys, boolean fresh);

  /** Records of a partition, in their order. */
  List<StoredRecord> read(RecordRange range);

  /**
   * Writes one in the place of what the writer saw there.
   *
   * @param seen the version that is there; 0 for nothing, or for one that is expired
   * @return false, with nothing done, when something else is there
   */
  boolean put(StoredRecord record, long seen);

  /** Writes many of different keys, whatever is there; after an error some may be written. */
  void putAll(List<StoredRecord> records);

  /** Deletes what is there, and minds nothing that is not. */
  void delete(List<RecordKey> keys);
}
