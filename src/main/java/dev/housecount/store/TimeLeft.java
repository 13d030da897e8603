package dev.housecount.store;

import java.time.Duration;

/** How long whoever waits for the answer of this request goes on waiting. */
@FunctionalInterface
public interface TimeLeft {
  /** Where nobody gives up before our own budgets are spent. */
  TimeLeft ENDLESS = () -> Duration.ofDays(1);

  /** Until the answer has to be on its way; not positive when it is too late for one. */
  Duration get();

  /**
   * The time after which a part of the work begins no further call: half of what is left, so that
   * the last call has as much again.
   *
   * @param most what it takes where more is left
   */
  default Duration share(Duration most) {
    Duration half = get().dividedBy(2);
    return half.compareTo(most) < 0 ? half : most;
  }
}
