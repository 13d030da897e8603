package dev.housecount.edge.jwt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How often a key server may be asked, whatever is sent here: a few times at once, then rarely;
 * after a failure not at all for a moment. Not for use by several threads.
 */
final class FetchBudget {
  static final int BURST = 5;
  static final Duration REFILL = Duration.ofSeconds(30);
  static final Duration PAUSE = Duration.ofSeconds(5);

  private final Clock clock;

  /** When the next fetch would be allowed if nothing could be saved up. */
  private Instant due;

  /** The epoch after a fetch that succeeded. */
  private Instant pausedUntil = Instant.EPOCH;

  FetchBudget(Clock clock) {
    this.clock = clock;
    this.due = clock.instant();
  }

  /** How long nobody may ask; zero when one may. */
  Duration left() {
    Instant now = clock.instant();
    Instant allowed = due.minus(REFILL.multipliedBy(BURST - 1));
    Duration left = Duration.between(now, allowed.isAfter(pausedUntil) ? allowed : pausedUntil);
    return left.isNegative() ? Duration.ZERO : left;
  }

  boolean hasFailed() {
    return !pausedUntil.equals(Instant.EPOCH);
  }

  /** Notes a fetch that has ended. */
  void spend(boolean succeeded) {
    Instant now = clock.instant();
    due = (due.isBefore(now) ? now : due).plus(REFILL);
    pausedUntil = succeeded ? Instant.EPOCH : now.plus(PAUSE);
  }
}
