package dev.housecount.event;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * When an event happened, in milliseconds.
 *
 * @param exact whether a resend of the event has the same time: it is the sender's own, neither
 *     corrected nor taken from the receipt
 * @param place how many events of the same time precede it in its batch, from 0
 */
public record EventTime(Instant at, boolean exact, int place) {
  public EventTime {
    at = at.truncatedTo(ChronoUnit.MILLIS);
    if (place < 0) {
      throw new IllegalArgumentException("a place is not negative");
    }
  }

  /** The time of an event that no other of its batch shares, or that is the first to have it. */
  public EventTime(Instant at, boolean exact) {
    this(at, exact, 0);
  }

  /** The same time, behind so many events of it. */
  public EventTime behind(int events) {
    return new EventTime(at, exact, events);
  }
}
