package dev.housecount.sealed;

import dev.housecount.event.Pseudonym;
import dev.housecount.keys.Pseudonymizer;
import dev.housecount.store.ChunkWriter;
import dev.housecount.store.RecordStore;
import dev.housecount.store.TimeLeft;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;

/** What is kept of the past so that reports need not read its events. */
public final class Rollups {
  private static final Duration BUDGET = Duration.ofSeconds(60);

  /** How often it is looked for what other instances have sealed. */
  private static final Duration LOOK = Duration.ofHours(1);

  /** How often where digests are useless, and wait for late events to be over. */
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(10);

  private final RecordStore store;
  private final Pseudonymizer pseudonymizer;
  private final Set<Pseudonym> guests;
  private final Clock clock;
  private final TimeLeft timeLeft;
  private final Periods periods;
  private final Index index;
  private final Shelf shelf;
  private final Ordinals ordinals;
  private final Marks marks;
  private final Sealer sealer;
  private final Purge purge;
  private final Keys keys;
  private final Digests digests;
  private final Digesting digesting;

  /** Nothing is to be digested before. */
  private Instant nextDigest = Instant.MIN;

  /**
   * @param store of a table of their own
   * @param people how long it is kept who did what
   * @param zone the portal's, whose days and months are told fastest
   */
  public Rollups(
      RecordStore store,
      StoredEvents events,
      Duration people,
      ZoneId zone,
      Pseudonymizer pseudonymizer,
      Catalogs catalogs,
      Clock clock,
      TimeLeft timeLeft) {
    this.store = store;
    this.pseudonymizer = pseudonymizer;
    this.guests = events.guests();
    this.clock = clock;
    this.timeLeft = timeLeft;
    this.keys = new Keys(pseudonymizer);
    this.periods = new Periods(events.retention(), people);
    this.index = new Index(store, periods.longest());
    RecentRecords recent = new RecentRecords();
    this.shelf = new Shelf(store, recent, periods, clock);
    this.ordinals = new Ordinals(store, pseudonymizer, clock);
    this.marks = new Marks(store, UUID.randomUUID().toString(), clock);
    Folding folding =
        new Folding(
            events.reader(),
            events.places(),
            events.retention(),
            pseudonymizer,
            events.guests(),
            clock);
    Making making = new Making(shelf, ordinals, folding, periods, keys, clock);
    Duration longest = events.retention().longest();
    Duration kept = people.compareTo(longest) < 0 ? people : longest;
    Due due = new Due(index, folding, kept, clock);
    this.sealer = new Sealer(store, index, shelf, making, due, marks, pseudonymizer, clock);
    this.digests = new Digests(store, zone, recent, periods, clock);
    DigestMaker maker =
        new DigestMaker(digests, ordinals, periods, pseudonymizer, clock, this::without);
    this.digesting =
        new Digesting(
            store, index, digests, ordinals, periods, pseudonymizer, clock, catalogs, maker);
    this.purge = new Purge(store, index, shelf, making, ordinals, digesting, pseudonymizer, clock);
  }

  /** A writer that notes before it writes which sealed times change. */
  public ChunkWriter noting(ChunkWriter writer) {
    return new NotingWriter(writer, marks, clock);
  }

  /**
   * Seals what is due, after what late events changed.
   *
   * @return 0 when nothing is left to do; 1 when another run has to go on
   * @throws dev.housecount.store.StoreUnavailableException when the store cannot do it now
   */
  public int seal() {
    Instant deadline = deadline();
    try {
      Sealer.Mended mended = sealer.mend();
      if (mended != Sealer.Mended.NOTHING) {
        lookAgain(clock.instant());
      }
      if (mended == Sealer.Mended.PARTLY) {
        return 1;
      }
      while (clock.instant().isBefore(deadline)) {
        if (!sealer.seal()) {
          return 0;
        }
        nextDigest = Instant.MIN;
      }
      return 1;
    } catch (UnknownKeyException e) {
      return 1; // an instance with the newer ring does it
    }
  }

  /**
   * Rewrites what has something of people who were erased; as {@link #seal}.
   *
   * @return 0 when nothing is left to do
   */
  public int purge() {
    Instant deadline = deadline();
    try {
      return purge.run(() -> clock.instant().isBefore(deadline)) ? 0 : 1;
    } catch (UnknownKeyException e) {
      return 1;
    }
  }

  /**
   * Makes digests of what is sealed; as {@link #seal}. Not for concurrent use with it.
   *
   * @return 0 when nothing is left to do
   */
  public int digest() {
    Instant now = clock.instant();
    if (now.isBefore(nextDigest)) {
      return 0;
    }
    Instant deadline = deadline();
    try {
      if (!digesting.run(() -> clock.instant().isBefore(deadline))) {
        return 1;
      }
      nextDigest = now.plus(LOOK);
      if (digesting.isWaiting()) {
        lookAgain(now);
      }
      return 0;
    } catch (UnknownKeyException e) {
      return 1;
    }
  }

  private void lookAgain(Instant now) {
    Instant again = now.plus(LOOK_AGAIN);
    nextDigest = again.isBefore(nextDigest) ? again : nextDigest;
  }

  private Instant deadline() {
    return clock.instant().plus(timeLeft.share(BUDGET));
  }

  /**
   * Takes a person out of all that {@link #open} tells from now on. What is stored of the person is
   * nobody's, and is rewritten by {@link #purge}.
   *
   * @param person under the newest key
   * @param upTo what happened later counts
   * @return how many ordinals the person had
   * @throws dev.housecount.store.StoreUnavailableException when something may be left; the same
   *     call again is safe
   */
  public int forget(Pseudonym person, Instant upTo) {
    Forgotten.change(store, pseudonymizer, before -> before.with(person, upTo));
    int blanked = ordinals.blank(person, upTo.plus(Sealer.OLD_ENOUGH));
    if (blanked > 0) {
      Forgotten.change(store, pseudonymizer, Forgotten::changed);
    }
    return blanked;
  }

  /** For one answer. */
  public Sealed open() {
    return without(Forgotten.read(store, pseudonymizer));
  }

  private Sealed without(Forgotten forgotten) {
    People people = ordinals.people(forgotten.epoch());
    DigestReader reader = new DigestReader(digests, periods, forgotten, clock);
    return new Sealed(
        index,
        new SegmentReader(shelf, periods, clock),
        periods,
        keys,
        people,
        forgotten,
        reader,
        guests,
        clock);
  }
}
