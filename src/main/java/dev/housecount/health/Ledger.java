package dev.housecount.health;

import dev.housecount.store.RecordStore;
import dev.housecount.store.StoreUnavailableException;
import dev.housecount.store.StoredRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Adds up what this instance receives, and keeps it now and then: not with each batch. RATIONALE.md
 * says when, and what that costs. Safe for concurrent use.
 */
public final class Ledger {
  /** Between two writes of an instance are at least so many. */
  static final Duration PAUSE = Duration.ofMinutes(1);

  /** So many accepted events are worth a write of their own. */
  static final long MANY = 1_000;

  private final Received received;
  private final String instance;
  private final Clock clock;
  private final ZoneId zone;

  private final Map<Received.Day, Figures> days = new HashMap<>();
  private final Set<Received.Day> changed = new HashSet<>();
  private Figures unwritten = Figures.NONE;
  private Instant next = Instant.MIN;
  private long version;
  private boolean writing;

  /**
   * @param store whose calls give up soon: a request may wait for them
   * @param instance tells instances apart; without {@code #}
   * @param zone by whose days is counted
   */
  public Ledger(RecordStore store, String instance, Clock clock, ZoneId zone) {
    this.received = new Received(store, zone);
    this.instance = instance;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * Notes what became of a batch that is answered next. Writes at most once a minute, and only when
   * there is something that what is stored does not tell, or much. Never fails: what cannot be
   * written now is written with what comes.
   */
  public void add(String portal, Figures batch) {
    Instant now = clock.instant();
    if (note(new Received.Day(portal, LocalDate.ofInstant(now, zone)), batch, now)) {
      write();
    }
  }

  /**
   * Writes what is not written yet.
   *
   * @return 0, as nothing is left to do
   * @throws StoreUnavailableException when the store cannot take it now; nothing of it is lost
   */
  public int flush() {
    if (begin()) {
      writeChanged();
    }
    return 0;
  }

  /**
   * What all instances received of a portal, by day: of others what they have written.
   *
   * @param to inclusive
   */
  Map<LocalDate, Figures> read(String portal, LocalDate from, LocalDate to) {
    return received.read(portal, from, to, instance, own(portal));
  }

  private synchronized Map<LocalDate, Figures> own(String portal) {
    Map<LocalDate, Figures> own = new TreeMap<>();
    days.forEach(
        (day, figures) -> {
          if (day.portal().equals(portal)) {
            own.put(day.date(), figures);
          }
        });
    return own;
  }

  private synchronized boolean note(Received.Day day, Figures batch, Instant now) {
    days.merge(day, batch, Figures::plus);
    changed.add(day);
    unwritten = unwritten.plus(batch);
    boolean worth = unwritten.isRemarkable() || unwritten.accepted() >= MANY;
    return worth && !now.isBefore(next) && begin();
  }

  private synchronized boolean begin() {
    boolean free = !writing && !changed.isEmpty();
    if (free) {
      writing = true;
      next = clock.instant().plus(PAUSE);
    }
    return free;
  }

  /** Whatever goes wrong: the events of the batch are stored, and its sender is to hear of that. */
  @SuppressWarnings("EmptyCatch")
  private void write() {
    try {
      writeChanged();
    } catch (RuntimeException e) {
      // It stays among what is not written: the next write has it.
    }
  }

  private void writeChanged() {
    Figures before;
    Map<Received.Day, Figures> what = new HashMap<>();
    List<StoredRecord> records = new ArrayList<>();
    synchronized (this) {
      before = unwritten;
      unwritten = Figures.NONE;
      changed.forEach(day -> what.put(day, days.getOrDefault(day, Figures.NONE)));
      changed.clear();
      version++;
      what.forEach((day, figures) -> records.add(received.record(day, instance, version, figures)));
    }
    boolean written = false;
    try {
      received.write(records);
      written = true;
    } finally {
      end(written, before, what.keySet());
    }
  }

  private synchronized void end(boolean written, Figures before, Set<Received.Day> what) {
    writing = false;
    if (written) {
      // What is over is never added to again, and read from the store from now on.
      LocalDate oldest = LocalDate.ofInstant(clock.instant(), zone).minusDays(1);
      days.keySet().removeIf(day -> day.date().isBefore(oldest) && !changed.contains(day));
    } else {
      unwritten = unwritten.plus(before);
      changed.addAll(what);
    }
  }
}
