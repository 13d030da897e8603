package dev.housecount.counts;

import java.time.LocalDate;

/**
 * How far the counts of a portal are.
 *
 * @param since the first day on which anybody is known to have been there; before it all is 0
 * @param until all whole days, weeks and months that end by then are counted
 * @param version of the record; 0 where there is none yet
 */
record Index(LocalDate since, LocalDate until, long version) {
  /** The same, where something that came late is of that day. */
  Index with(LocalDate late) {
    return new Index(earlier(since, late), earlier(until, late), version);
  }

  Index until(LocalDate date) {
    return new Index(since, date, version);
  }

  /** As it is kept after it was written. */
  Index written() {
    return new Index(since, until, version + 1);
  }

  boolean isAs(Index other) {
    return since.equals(other.since) && until.equals(other.until);
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
