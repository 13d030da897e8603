package dev.housecount.person;

import dev.housecount.collect.UserListener;
import dev.housecount.event.EntityRef;
import dev.housecount.event.Pseudonym;
import dev.housecount.keys.KeyRing;
import dev.housecount.keys.Pseudonymizer;
import dev.housecount.keys.Seal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is behind a pseudonym, for those entitled: the user's entity ref, encrypted. Kept only where
 * the deployment wants it. Safe for concurrent use.
 */
public final class Names implements Holder, UserListener {
  /** A name is written again after this time, so that it outlives the events of its user. */
  private static final Duration REPEAT = Duration.ofDays(1);

  private static final int CACHED = 10_000;
  private static final String REF = "ref";

  private final PeopleStore store;
  private final Pseudonymizer pseudonymizer;
  private final Seal seal;
  private final Duration kept;
  private final Clock clock;
  private final Map<Pseudonym, Instant> written = new LinkedHashMap<>();

  /**
   * @param kept how long a name is kept after its user was last seen
   */
  public Names(
      PeopleStore store, KeyRing keys, Pseudonymizer pseudonymizer, Duration kept, Clock clock) {
    this.store = store;
    this.pseudonymizer = pseudonymizer;
    this.seal = new Seal(keys);
    this.kept = kept.plus(REPEAT.multipliedBy(2));
    this.clock = clock;
  }

  /** Keeps the name of a user, unless it was kept a while ago. */
  @Override
  public void seen(Pseudonym person, String ref) {
    Instant now = clock.instant();
    if (isFresh(person, now)) {
      return;
    }
    Map<String, String> fields = Map.of(REF, seal.close(EntityRef.ofUser(ref)));
    store.put(new PersonRecord(PersonRecord.Kind.NAME, person.value(), fields, now.plus(kept)));
    keep(person, now);
  }

  /** The entity ref of a user; empty when it is not known. */
  public Optional<String> find(Pseudonym person) {
    Instant now = clock.instant();
    return store
        .find(PersonRecord.Kind.NAME, person.value(), now)
        .or(() -> all(person, now).stream().findFirst())
        .map(record -> seal.open(record.field(REF)));
  }

  @Override
  public String figure() {
    return "removedNames";
  }

  /** Counts the records that are gone, those that expired a moment ago included. */
  @Override
  public int forget(Pseudonym person, Instant upTo) {
    List<PersonRecord> records = all(person, Instant.EPOCH);
    records.forEach(record -> store.delete(record.kind(), record.key()));
    synchronized (this) {
      written.remove(person);
    }
    return records.size();
  }

  /** The user's records under all keys: those of older keys stand under older pseudonyms. */
  private List<PersonRecord> all(Pseudonym person, Instant now) {
    List<PersonRecord> records = new ArrayList<>();
    String prefix = pseudonymizer.keyIds().size() == 1 ? person.value() : "";
    Iterator<PersonRecord> all = store.read(PersonRecord.Kind.NAME, prefix, now);
    all.forEachRemaining(
        record -> {
          String keyId = Seal.keyId(record.field(REF));
          if (pseudonymizer.renewUser(new Pseudonym(record.key()), keyId).equals(person)) {
            records.add(record);
          }
        });
    return records;
  }

  private synchronized boolean isFresh(Pseudonym person, Instant now) {
    Instant last = written.get(person);
    return last != null && now.isBefore(last.plus(REPEAT));
  }

  private synchronized void keep(Pseudonym person, Instant now) {
    written.remove(person);
    written.put(person, now);
    if (written.size() > CACHED) {
      written.remove(written.keySet().iterator().next());
    }
  }
}
