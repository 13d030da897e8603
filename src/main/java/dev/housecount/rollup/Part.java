package dev.housecount.rollup;

import java.time.Duration;

/** What can be counted. Some of it can only be told from what was before and after it. */
public enum Part {
  /** {@link Visit}. */
  VISITS(Fold.SAME_VISIT, Duration.ZERO),
  /** {@link Search}. */
  SEARCHES(Fold.SAME_SEARCH, Fold.SAME_SEARCH),
  /** {@link Run}. */
  RUNS(Fold.SAME_RUN, Fold.SAME_RUN),
  /** {@link Miss}. */
  MISSES(Duration.ZERO, Duration.ZERO),
  /** {@link Seen}. */
  SEEN(Duration.ZERO, Duration.ZERO);

  private final Duration before;
  private final Duration after;

  Part(Duration before, Duration after) {
    this.before = before;
    this.after = after;
  }

  /** How far before a moment tells whether something begins then. */
  Duration before() {
    return before;
  }

  /** How long after its last event something may go on. */
  Duration after() {
    return after;
  }
}
