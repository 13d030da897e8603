package dev.housecount.store;

import java.time.Duration;

/**
 * Two kinds of chunks, stored apart, so that the few that make ordering and deduplication expensive
 * do not slow down the many that do not. See RATIONALE.md, "Why two bands?".
 */
public enum Band {
  /** All times are exact and close together. */
  TIGHT(Duration.ofMinutes(1), Duration.ZERO),
  /** Times are corrected, taken from receipt, or far apart. */
  LOOSE(Duration.ofHours(1), Duration.ofMinutes(5));

  private final Duration span;
  private final Duration drift;

  Band(Duration span, Duration drift) {
    this.span = span;
    this.drift = drift;
  }

  /** The most that the events of one chunk are apart. */
  public Duration span() {
    return span;
  }

  /** The most that two copies of one event are apart. */
  public Duration drift() {
    return drift;
  }

  static Band of(Duration span, boolean exact) {
    return exact && span.compareTo(TIGHT.span) <= 0 ? TIGHT : LOOSE;
  }
}
