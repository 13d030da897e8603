package dev.housecount.person;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Keeps records in memory: the reference for the contract that every store passes. */
public final class InMemoryPeopleStore implements PeopleStore {
  private final Map<PersonRecord.Kind, ConcurrentSkipListMap<String, PersonRecord>> records =
      new EnumMap<>(PersonRecord.Kind.class);

  public InMemoryPeopleStore() {
    List.of(PersonRecord.Kind.values())
        .forEach(kind -> records.put(kind, new ConcurrentSkipListMap<>()));
  }

  @Override
  public Iterator<PersonRecord> read(PersonRecord.Kind kind, String prefix, Instant now) {
    return of(kind).tailMap(prefix).values().stream()
        .takeWhile(record -> record.key().startsWith(prefix))
        .filter(record -> isValid(record, now))
        .iterator();
  }

  @Override
  public Optional<PersonRecord> find(PersonRecord.Kind kind, String key, Instant now) {
    return Optional.ofNullable(of(kind).get(key)).filter(record -> isValid(record, now));
  }

  @Override
  public void put(PersonRecord record) {
    of(record.kind()).put(record.key(), record);
  }

  @Override
  public void delete(PersonRecord.Kind kind, String key) {
    of(kind).remove(key);
  }

  @Override
  public boolean isReady() {
    return true;
  }

  private static boolean isValid(PersonRecord record, Instant now) {
    return record.expiresAt() == null || record.expiresAt().isAfter(now);
  }

  private ConcurrentSkipListMap<String, PersonRecord> of(PersonRecord.Kind kind) {
    return Objects.requireNonNull(records.get(kind));
  }
}
