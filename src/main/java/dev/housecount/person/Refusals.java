package dev.housecount.person;

import dev.housecount.event.Pseudonym;
import dev.housecount.store.StoreUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The list of those about whom nothing may be stored. Read as a whole and kept for a while, so that
 * taking an event costs no look-up. Safe for concurrent use.
 */
public final class Refusals {
  /** What another instance wrote is known after this time. */
  static final Duration REFRESH = Duration.ofSeconds(30);

  /** A list that cannot be read again serves so long; then nothing is taken any more. */
  private static final Duration MAX_AGE = Duration.ofMinutes(10);

  /** After a failure, while a list from before serves. */
  private static final Duration PAUSE = Duration.ofSeconds(5);

  /** After a failure without such a list: nothing is taken meanwhile, so it is short. */
  private static final Duration PAUSE_WITHOUT_LIST = Duration.ofSeconds(1);

  private static final String OPTED_OUT = "opted-out#";
  private static final String ERASED = "erased#";
  private static final String PERSON = "person";
  private static final String AT = "at";

  private final PeopleStore store;
  private final Envelope envelope;
  private final Clock clock;

  private @Nullable Refused known;
  private Instant readAt = Instant.EPOCH;
  private Instant nextRead = Instant.EPOCH;

  public Refusals(PeopleStore store, Envelope envelope, Clock clock) {
    this.store = store;
    this.envelope = envelope;
    this.clock = clock;
  }

  /** Refuses a person's events from now on. */
  public void optOut(Pseudonym person) {
    put(OPTED_OUT, person, clock.instant(), null);
  }

  /** Takes a person's events again. */
  public void optIn(Pseudonym person) {
    // Not by key alone: the record may be older than the newest secret key.
    for (PersonRecord record : records(OPTED_OUT)) {
      if (envelope.open(record.field(PERSON)).equals(person)) {
        store.delete(record.kind(), record.key());
      }
    }
    forget();
  }

  /** Whether the person opted out, as the store has it now. */
  public boolean isOptedOut(Pseudonym person) {
    return records(OPTED_OUT).stream()
        .anyMatch(record -> envelope.open(record.field(PERSON)).equals(person));
  }

  /**
   * All who opted out, as far as this instance knows: what another one wrote comes a little later.
   *
   * @throws StoreUnavailableException when it cannot be told
   */
  public Set<Pseudonym> optedOut() {
    return current().optedOut();
  }

  /** Refuses what happened up to a time, as long as anybody could send it again. */
  void refuseErased(Pseudonym person, Instant at, Instant until) {
    put(ERASED, person, at, until);
  }

  /**
   * The list, at most {@link #REFRESH} old.
   *
   * @throws StoreUnavailableException when it was not read for too long: better nothing is stored
   *     than what may not be
   */
  synchronized Refused current() {
    if (!clock.instant().isBefore(nextRead)) {
      refresh();
    }
    Refused list = known;
    if (list == null || clock.instant().isAfter(readAt.plus(MAX_AGE))) {
      throw new StoreUnavailableException("the list of refusals cannot be read");
    }
    return list;
  }

  private void refresh() {
    try {
      Instant asked = clock.instant();
      known = read();
      readAt = asked;
      nextRead = asked.plus(REFRESH);
    } catch (StoreUnavailableException e) {
      // From its end: a failure can take longer than the pause, and each event asks.
      nextRead = clock.instant().plus(known == null ? PAUSE_WITHOUT_LIST : PAUSE);
    }
  }

  private Refused read() {
    Set<Pseudonym> optedOut = new HashSet<>();
    Map<Pseudonym, Instant> erased = new HashMap<>();
    for (PersonRecord record : records("")) {
      Pseudonym person = envelope.open(record.field(PERSON));
      if (record.key().startsWith(OPTED_OUT)) {
        optedOut.add(person);
      } else {
        Instant at = Instant.parse(record.field(AT));
        erased.merge(person, at, (a, b) -> a.isAfter(b) ? a : b);
      }
    }
    return new Refused(optedOut, erased);
  }

  private List<PersonRecord> records(String prefix) {
    List<PersonRecord> records = new ArrayList<>();
    Iterator<PersonRecord> all = store.read(PersonRecord.Kind.REFUSAL, prefix, clock.instant());
    all.forEachRemaining(records::add);
    return records;
  }

  private void put(String prefix, Pseudonym person, Instant at, @Nullable Instant until) {
    store.put(
        new PersonRecord(
            PersonRecord.Kind.REFUSAL,
            prefix + envelope.mark(person),
            Map.of(PERSON, envelope.close(person), AT, at.toString()),
            until));
    forget();
  }

  /** The next event is judged by what the store has now. */
  private synchronized void forget() {
    known = null;
    nextRead = Instant.EPOCH;
  }
}
