package dev.housecount.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * How long events are kept, by action.
 *
 * @param standard for every action without a period of its own
 * @param byAction the exceptions
 */
public record RetentionPolicy(Duration standard, Map<String, Duration> byAction) {
  public RetentionPolicy {
    byAction = Map.copyOf(byAction);
    if (!isPositive(standard)
        || !byAction.values().stream().allMatch(RetentionPolicy::isPositive)) {
      throw new IllegalArgumentException("retention is at least one day");
    }
  }

  private static boolean isPositive(Duration period) {
    return period.compareTo(Duration.ofDays(1)) >= 0;
  }

  /** The period for an action. */
  public Duration of(String action) {
    return byAction.getOrDefault(action, standard);
  }

  /** The longest period of all. */
  public Duration longest() {
    return byAction.values().stream().reduce(standard, (a, b) -> a.compareTo(b) >= 0 ? a : b);
  }

  /** The shortest period of all: what is younger is all there. */
  public Duration shortest() {
    return byAction.values().stream().reduce(standard, (a, b) -> a.compareTo(b) <= 0 ? a : b);
  }

  /** Whether an event of that time may no longer be stored or shown. */
  public boolean isOver(String action, Instant time, Instant now) {
    return !time.plus(of(action)).isAfter(now);
  }
}
