package dev.housecount.sealed;

import dev.housecount.bytes.ByteReader;
import dev.housecount.bytes.ByteWriter;
import dev.housecount.event.Mentions;
import dev.housecount.event.Pseudonym;
import dev.housecount.keys.Pseudonymizer;
import dev.housecount.rollup.Who;
import dev.housecount.store.RecordKey;
import dev.housecount.store.RecordStore;
import dev.housecount.store.StoreUnavailableException;
import dev.housecount.store.StoredRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Who was erased lately. Read anew for every answer, so that nobody in it is counted from the
 * receipt on.
 *
 * @param version of the record; 0 before there was one
 * @param epoch another one whenever ordinals changed
 * @param people under the newest key
 * @param position the day up to which segments were rewritten without them; empty at the beginning
 */
record Forgotten(long version, long epoch, List<Person> people, String position) {
  /** As long events that are being erased may still be found. */
  static final Duration KEPT = Duration.ofDays(2);

  private static final RecordKey KEY = new RecordKey("erased", "people");
  private static final int FORMAT = 1;
  private static final int ATTEMPTS = 10;

  /**
   * One who was erased.
   *
   * @param upTo what was done later counts
   * @param purged whether nothing stored has the person any more
   */
  record Person(Pseudonym who, Instant upTo, boolean purged) {}

  Forgotten {
    people = List.copyOf(people);
  }

  static Forgotten read(RecordStore store, Pseudonymizer pseudonymizer) {
    List<StoredRecord> found = store.get(List.of(KEY), true);
    return found.isEmpty()
        ? new Forgotten(0, 0, List.of(), "")
        : decode(found.get(0), pseudonymizer);
  }

  /** Writes what a change makes of it, whatever others write meanwhile. */
  static void change(
      RecordStore store, Pseudonymizer pseudonymizer, UnaryOperator<Forgotten> change) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Forgotten before = read(store, pseudonymizer);
      Forgotten after = change.apply(before);
      if (after.put(store, pseudonymizer, before.version)) {
        return;
      }
    }
    throw new StoreUnavailableException("the list of erased people keeps changing");
  }

  private boolean put(RecordStore store, Pseudonymizer pseudonymizer, long seen) {
    ByteWriter to =
        new ByteWriter()
            .number(FORMAT)
            .text(pseudonymizer.keyId())
            .number(epoch)
            .text(position)
            .number(people.size());
    people.forEach(
        person ->
            to.text(person.who.value()).number(person.upTo.toEpochMilli()).flag(person.purged));
    return store.put(new StoredRecord(KEY, seen + 1, to.toBytes(), null), seen);
  }

  private static Forgotten decode(StoredRecord record, Pseudonymizer pseudonymizer) {
    ByteReader from = new ByteReader(record.data());
    if (from.number() != FORMAT) {
      throw new IllegalStateException("rollups were written by a newer Housecount");
    }
    String keyId = from.text();
    long epoch = from.number();
    String position = from.text();
    int count = from.integer();
    List<Person> people = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Pseudonym who = pseudonymizer.renewUser(new Pseudonym(from.text()), keyId);
      people.add(new Person(who, Instant.ofEpochMilli(from.number()), from.flag()));
    }
    return new Forgotten(record.version(), epoch, people, position);
  }

  /** With one more, for whom all is looked through again. */
  Forgotten with(Pseudonym who, Instant upTo) {
    List<Person> all = new ArrayList<>(people);
    all.removeIf(person -> person.who.equals(who));
    all.add(new Person(who, upTo, false));
    return new Forgotten(version, epoch + 1, all, "");
  }

  /** After ordinals changed. */
  Forgotten changed() {
    return new Forgotten(version, epoch + 1, people, position);
  }

  /** After the segments of days were rewritten. */
  Forgotten purgedTo(String day) {
    return new Forgotten(version, epoch, people, day);
  }

  /** After all segments were; without those who need not be known any more. */
  Forgotten purged(Instant now) {
    List<Person> left =
        people.stream()
            .filter(person -> person.upTo.plus(KEPT).isAfter(now))
            .map(person -> new Person(person.who, person.upTo, true))
            .toList();
    return new Forgotten(version, epoch, left, "");
  }

  /** Whether a text may mention one of them. */
  boolean isMentionable() {
    return !people.isEmpty();
  }

  boolean isToBePurged() {
    return people.stream().anyMatch(person -> !person.purged);
  }

  /** Whether what somebody did then counts no more. */
  boolean has(Who who, Instant at) {
    Pseudonym user = who.user();
    return user != null && has(user, at);
  }

  boolean has(Pseudonym user, Instant at) {
    return people.stream().anyMatch(one -> one.who.equals(user) && !at.isAfter(one.upTo));
  }

  /** A text without them. */
  UnaryOperator<String> withoutMentions() {
    if (people.isEmpty()) {
      return text -> text;
    }
    Mentions mentions =
        Mentions.without(named -> people.stream().anyMatch(person -> person.who.equals(named)));
    return mentions::replaceIn;
  }
}
