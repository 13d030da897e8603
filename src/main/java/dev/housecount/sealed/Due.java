package dev.housecount.sealed;

import dev.housecount.rollup.Present;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what is to be sealed next, and asks as little as can be for it. Not for concurrent use. */
final class Due {
  /** Of a day that is not over so many chunks are worth a segment. */
  private static final int WORTHWHILE = 900;

  /** How often it is looked whether there is more than is to be expected. */
  private static final Duration LOOK = Duration.ofHours(4);

  /** How often it is looked whether something comes after an empty time. */
  private static final Duration PEEK = Duration.ofMinutes(30);

  private final Index index;
  private final Folding folding;
  private final Duration kept;
  private final Clock clock;
  private @Nullable Segment known;

  /** Whether no day was worth it lately: then this one is sealed when it is over. */
  private boolean small;

  private Instant nextLook = Instant.MIN;
  private Instant nextPeek = Instant.MIN;

  /**
   * @param kept the shorter of how long events and rollups are
   */
  Due(Index index, Folding folding, Duration kept, Clock clock) {
    this.index = index;
    this.folding = folding;
    this.kept = kept;
    this.clock = clock;
  }

  /** The next time that is worth a segment, within a UTC day; null when there is none just now. */
  Marks.@Nullable Range next() {
    Instant limit = Present.quarter(clock.instant().minus(Sealer.OLD_ENOUGH));
    if (known != null && isQuiet(known, limit)) {
      return null;
    }
    List<Day> latest = index.latest();
    Segment last = latest.isEmpty() ? null : latest.get(0).last();
    known = last;
    small = !latest.isEmpty() && latest.stream().allMatch(day -> day.chunks() < WORTHWHILE);
    Instant reached = last == null ? oldest() : last.to();
    if (!reached.isBefore(limit)) {
      return null;
    }
    Instant from = end(reached).isAfter(limit) ? reached : first(reached, limit);
    if (from == null) {
      return null;
    }
    boolean over = !end(from).isAfter(limit);
    return over || isWorthwhile(last, from, limit)
        ? new Marks.Range(from, over ? end(from) : limit)
        : null;
  }

  /** Something was sealed: there may be more. */
  void changed() {
    nextPeek = Instant.MIN;
    known = null;
  }

  /**
   * Whether nothing is due behind a segment, so that it need not be looked whether there is one
   * behind it.
   */
  private boolean isQuiet(Segment last, Instant limit) {
    Instant reached = last.to();
    if (!reached.isBefore(limit)) {
      return true;
    }
    if (!end(reached).isAfter(limit)) {
      return clock.instant().isBefore(nextPeek);
    }
    Duration length = Duration.between(reached, limit);
    return length.compareTo(Sealer.SHORTEST) < 0
        || small
        || !isExpected(last, length)
            && (length.compareTo(LOOK) < 0 || clock.instant().isBefore(nextLook));
  }

  private static boolean isExpected(Segment last, Duration length) {
    return last.chunksPerHour() * (length.toMinutes() / 60.0) >= WORTHWHILE;
  }

  /** The end of the UTC day. */
  private static Instant end(Instant at) {
    return new Day(Day.date(at), 0, List.of()).end();
  }

  /** What is older is gone, or would be at once. */
  private Instant oldest() {
    return Present.quarter(clock.instant().minus(kept));
  }

  /** Where days are empty they are passed over; null where nothing is, or nobody looks just now. */
  private @Nullable Instant first(Instant from, Instant limit) {
    if (clock.instant().isBefore(nextPeek)) {
      return null;
    }
    nextPeek = clock.instant().plus(PEEK);
    Instant first = folding.first(from, limit);
    if (first == null) {
      return null;
    }
    Instant quarter = Present.quarter(first);
    return quarter.isBefore(from) ? from : quarter;
  }

  private boolean isWorthwhile(@Nullable Segment last, Instant from, Instant to) {
    Duration length = Duration.between(from, to);
    if (small || length.compareTo(Sealer.SHORTEST) < 0) {
      return false;
    }
    if (last != null && isExpected(last, length)) {
      return true;
    }
    if (length.compareTo(LOOK) < 0 || clock.instant().isBefore(nextLook)) {
      return false;
    }
    nextLook = clock.instant().plus(LOOK);
    return folding.hasChunks(from, to, WORTHWHILE);
  }
}
