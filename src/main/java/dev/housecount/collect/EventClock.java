package dev.housecount.collect;

import dev.housecount.event.EventTime;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Settles when an event happened, from three clocks that may disagree. */
public final class EventClock {
  /** A smaller difference of the clocks may be the time that the request was under way. */
  static final Duration MIN_SKEW = Duration.ofSeconds(30);

  private final Instant receivedAt;
  private final Duration skew;

  /**
   * @param sentAt the sender's clock; null when it did not tell
   */
  public EventClock(@Nullable Instant sentAt, Instant receivedAt) {
    this.receivedAt = receivedAt;
    Duration difference = sentAt == null ? Duration.ZERO : Duration.between(sentAt, receivedAt);
    this.skew = difference.abs().compareTo(MIN_SKEW) < 0 ? Duration.ZERO : difference;
  }

  /** The time of an event with the given timestamp. */
  public EventTime settle(@Nullable Instant timestamp) {
    if (timestamp == null) {
      return new EventTime(receivedAt, false);
    }
    Instant corrected = timestamp.plus(skew);
    return corrected.isAfter(receivedAt)
        ? new EventTime(receivedAt, false)
        : new EventTime(corrected, skew.isZero());
  }
}
