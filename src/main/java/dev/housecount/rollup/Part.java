package dev.housecount.rollup;

import java.time.Duration;

/** What can be counted. Some of it can only be told from what was before and after it. */
public enum Part {
  /** {@link Visit}. */
  VISITS(Fold.SAME_VISIT, Duration.ZERO),
  /** {@link Visit}, of which plugin, section and kind matter; page and entity need not be told. */
  USES(Fold.SAME_VISIT, Duration.ZERO),
  /** {@link Visit}: those of entities and of templates' forms, and maybe others. */
  ENTITY_VISITS(Fold.SAME_VISIT, Duration.ZERO),
  /** {@link Visit}: those of templates' pages and forms, and maybe others. */
  TEMPLATE_VISITS(Fold.SAME_VISIT, Duration.ZERO),
  /** {@link Visit}: those of documentation, and maybe others. */
  DOC_VISITS(Fold.SAME_VISIT, Duration.ZERO),
  /** {@link Search}. */
  SEARCHES(Fold.SAME_SEARCH, Fold.SAME_SEARCH),
  /** {@link Run}, by people as by agents: made of what may be a day before and after it. */
  RUNS(Fold.SAME_RUN, Fold.SAME_RUN),
  /** {@link Miss}. */
  MISSES(Duration.ZERO, Duration.ZERO),
  /** {@link RunEvent}: what runs are made of. */
  RUN_EVENTS(Duration.ZERO, Duration.ZERO),
  /** {@link Present}: who was there, and nothing of what they did. */
  PRESENCE(Duration.ZERO, Duration.ZERO),
  /** {@link Seen}: who was where. */
  PLACES(Duration.ZERO, Duration.ZERO);

  private final Duration before;
  private final Duration after;

  Part(Duration before, Duration after) {
    this.before = before;
    this.after = after;
  }

  /** Whether it is told as {@link Visit}: of these, no more than one is asked for. */
  public boolean isOfVisits() {
    return switch (this) {
      case VISITS, USES, ENTITY_VISITS, TEMPLATE_VISITS, DOC_VISITS -> true;
      case SEARCHES, RUNS, MISSES, RUN_EVENTS, PRESENCE, PLACES -> false;
    };
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
