package dev.housecount.sealed;

import dev.housecount.keys.Pseudonymizer;
import dev.housecount.rollup.Fold;
import dev.housecount.store.RecordStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Seals what is old enough, oldest first. Safe where two do it at once, and killed at any point:
 * what only one of them wrote is no part of a day.
 */
final class Sealer {
  /** From then on an event that arrives is noted as late, with time for clocks and requests. */
  private static final Duration SETTLED = NotingWriter.LATE.plusMinutes(1);

  /** A search is over by then, unless it is asked again and again. */
  static final Duration OLD_ENOUGH = SETTLED.plus(Fold.SAME_SEARCH).plusMinutes(1);

  /** Shorter segments would read too much twice. */
  static final Duration SHORTEST = Duration.ofHours(1);

  private final RecordStore store;
  private final Index index;
  private final Shelf shelf;
  private final Making making;
  private final Due due;
  private final Marks marks;
  private final Pseudonymizer pseudonymizer;
  private final Clock clock;

  Sealer(
      RecordStore store,
      Index index,
      Shelf shelf,
      Making making,
      Due due,
      Marks marks,
      Pseudonymizer pseudonymizer,
      Clock clock) {
    this.store = store;
    this.index = index;
    this.shelf = shelf;
    this.making = making;
    this.due = due;
    this.marks = marks;
    this.pseudonymizer = pseudonymizer;
    this.clock = clock;
  }

  /** How much was sealed again. */
  enum Mended {
    NOTHING,
    PARTLY,
    ALL
  }

  /**
   * Seals the next segment that is due.
   *
   * @return whether there may be another one
   * @throws UnknownKeyException when another instance has to do it
   */
  boolean seal() {
    Marks.Range next = due.next();
    return next != null && seal(next.from(), next.to());
  }

  private boolean seal(Instant from, Instant to) {
    Day day = index.day(Day.date(from));
    if (day.segments().stream().anyMatch(segment -> segment.overlaps(from, to))) {
      return false; // somebody else was faster
    }
    Forgotten forgotten = Forgotten.read(store, pseudonymizer);
    return put(day, List.of(making.make(from, to, null, settled(), forgotten)), forgotten);
  }

  private Instant settled() {
    return clock.instant().minus(SETTLED);
  }

  /** Makes segments true, unless somebody was erased meanwhile or the day was changed. */
  private boolean put(Day day, List<Segment> fresh, Forgotten forgotten) {
    for (Segment segment : fresh) {
      if (!segment.searches()) {
        Marks.Range again = new Marks.Range(segment.from(), segment.to());
        marks.note(List.of(again), clock.instant().plus(patience(segment)));
      }
    }
    Day next = day.with(fresh);
    boolean done =
        Forgotten.read(store, pseudonymizer).epoch() == forgotten.epoch() && index.put(next);
    if (!done) {
      shelf.delete(fresh);
      return false;
    }
    due.changed();
    shelf.delete(day.segments().stream().filter(old -> !next.segments().contains(old)).toList());
    return true;
  }

  /** The longer a search goes on, the longer it is left alone. */
  private Duration patience(Segment segment) {
    Duration half = Duration.between(segment.to(), clock.instant()).dividedBy(2);
    return half.compareTo(SHORTEST) < 0 ? SHORTEST : half;
  }

  /**
   * Seals again what late events changed.
   *
   * @return {@link Mended#PARTLY} when it has to be done again
   */
  Mended mend() {
    Marks.Ripe ripe = marks.ripe();
    if (ripe.keys().isEmpty()) {
      return Mended.NOTHING;
    }
    Segment last = index.last();
    Instant sealed = last == null ? Instant.MIN : last.to();
    for (LocalDate date : dates(ripe.ranges())) {
      if (!mend(index.day(date), ripe.ranges(), sealed)) {
        return Mended.PARTLY;
      }
    }
    marks.delete(ripe);
    return Mended.ALL;
  }

  private static List<LocalDate> dates(List<Marks.Range> ranges) {
    return ranges.stream()
        .flatMap(
            range ->
                Day.date(range.from()).datesUntil(Day.date(range.to().minusMillis(1)).plusDays(1)))
        .distinct()
        .sorted()
        .toList();
  }

  private boolean mend(Day day, List<Marks.Range> ranges, Instant sealed) {
    Forgotten forgotten = Forgotten.read(store, pseudonymizer);
    List<Segment> fresh = new ArrayList<>();
    for (Segment segment : day.segments()) {
      if (isTouched(segment.from(), segment.to(), ranges)) {
        fresh.add(making.make(segment.from(), segment.to(), segment, settled(), forgotten));
      }
    }
    for (Marks.Range gap : gaps(day, sealed)) {
      if (isTouched(gap.from(), gap.to(), ranges)) {
        Instant reached = gap.from();
        while (reached.isBefore(gap.to())) {
          Segment next = making.make(reached, gap.to(), null, settled(), forgotten);
          fresh.add(next);
          reached = next.to();
        }
      }
    }
    // Also where nothing is sealed yet: who folds it just now has not seen the late event.
    return put(day, fresh, forgotten);
  }

  private static boolean isTouched(Instant from, Instant to, List<Marks.Range> ranges) {
    return ranges.stream()
        .anyMatch(range -> range.from().isBefore(to) && from.isBefore(range.to()));
  }

  /** What was passed over of a day because it was empty. */
  private static List<Marks.Range> gaps(Day day, Instant sealed) {
    List<Marks.Range> gaps = new ArrayList<>();
    Instant end = sealed.isBefore(day.end()) ? sealed : day.end();
    Instant reached = day.begin();
    for (Segment segment : day.segments()) {
      if (reached.isBefore(segment.from())) {
        gaps.add(new Marks.Range(reached, segment.from()));
      }
      reached = segment.to();
    }
    if (reached.isBefore(end)) {
      gaps.add(new Marks.Range(reached, end));
    }
    return gaps;
  }
}
