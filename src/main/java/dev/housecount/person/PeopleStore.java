package dev.housecount.person;

import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;

/**
 * Keeps records about people. Every method but the last throws {@link
 * dev.housecount.store.StoreUnavailableException} when the store cannot do its work now; a call
 * that failed may be made again.
 */
public interface PeopleStore {
  /**
   * The records of a kind whose key begins with a prefix, in the order of their keys, read as the
   * iterator goes on; without those that expired by now.
   */
  Iterator<PersonRecord> read(PersonRecord.Kind kind, String prefix, Instant now);

  /** One record, with everything that was put before the call. */
  Optional<PersonRecord> find(PersonRecord.Kind kind, String key, Instant now);

  /** Returns once the record is durably stored, in the place of one of the same kind and key. */
  void put(PersonRecord record);

  /** Returns once the record is gone, whether or not it was there. */
  void delete(PersonRecord.Kind kind, String key);

  /** Whether the store answers, for health checks; throws nothing. */
  boolean isReady();
}
