package dev.housecount.person;

import dev.housecount.event.Mentions;
import dev.housecount.event.Pseudonym;
import dev.housecount.keys.Pseudonymizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Who asked for whose name. */
public final class AuditTrail implements Holder {
  /** The most entries of one answer. */
  public static final int MAX_ENTRIES = 10_000;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final String READER = "reader";
  private static final String PORTAL = "portal";
  private static final String PERSON = "person";
  private static final String KEY = "key";

  private final PeopleStore store;
  private final Pseudonymizer pseudonymizer;
  private final Duration kept;
  private final Clock clock;

  public AuditTrail(PeopleStore store, Pseudonymizer pseudonymizer, Duration kept, Clock clock) {
    this.store = store;
    this.pseudonymizer = pseudonymizer;
    this.kept = kept;
    this.clock = clock;
  }

  /**
   * One request for a name.
   *
   * @param at ISO 8601, in UTC
   * @param reader the fingerprint of the token
   * @param portal the token's portal
   * @param person a pseudonym; {@link Mentions#SOMEBODY} once the person was erased
   */
  public record Entry(String at, String reader, String portal, String person) {}

  /**
   * Returns once the request is on record.
   *
   * @throws dev.housecount.store.StoreUnavailableException when it is not: then the name may not be
   *     told
   */
  public void write(String reader, String portal, Pseudonym person) {
    Instant now = clock.instant();
    store.put(
        new PersonRecord(
            PersonRecord.Kind.AUDIT,
            TIME.format(now) + "#" + UUID.randomUUID(),
            Map.of(
                READER, reader, PORTAL, portal, PERSON, person.value(), KEY, pseudonymizer.keyId()),
            now.plus(kept)));
  }

  /**
   * The requests of a time, oldest first, at most {@link #MAX_ENTRIES}.
   *
   * @param time the beginning of an ISO 8601 time in UTC, such as {@code 2026-11} or {@code
   *     2026-11-22}
   */
  public List<Entry> read(String time) {
    List<Entry> entries = new ArrayList<>();
    Iterator<PersonRecord> records = store.read(PersonRecord.Kind.AUDIT, time, clock.instant());
    while (records.hasNext() && entries.size() < MAX_ENTRIES) {
      PersonRecord record = records.next();
      String at = record.key().substring(0, record.key().indexOf('#'));
      entries.add(new Entry(at, record.field(READER), record.field(PORTAL), person(record)));
    }
    return entries;
  }

  @Override
  public String figure() {
    return "changedAuditEntries";
  }

  /** Takes a person out of the trail. That somebody asked stays. */
  @Override
  public int forget(Pseudonym person, Instant upTo) {
    int changed = 0;
    Iterator<PersonRecord> records = store.read(PersonRecord.Kind.AUDIT, "", Instant.EPOCH);
    while (records.hasNext()) {
      PersonRecord record = records.next();
      if (isAbout(record, person)) {
        Map<String, String> fields = new HashMap<>(record.fields());
        fields.put(PERSON, Mentions.SOMEBODY);
        store.put(new PersonRecord(record.kind(), record.key(), fields, record.expiresAt()));
        changed++;
      }
    }
    return changed;
  }

  /** Who asked may have had a pseudonym from before a rotation: it may be under any key. */
  private boolean isAbout(PersonRecord record, Pseudonym person) {
    String asked = record.field(PERSON);
    return Pseudonym.isPseudonym(asked)
        && pseudonymizer.keyIds().stream()
            .map(keyId -> pseudonymizer.renewUser(new Pseudonym(asked), keyId))
            .anyMatch(person::equals);
  }

  private String person(PersonRecord record) {
    String person = record.field(PERSON);
    return Pseudonym.isPseudonym(person)
        ? pseudonymizer.renewUser(new Pseudonym(person), record.field(KEY)).value()
        : person;
  }
}
