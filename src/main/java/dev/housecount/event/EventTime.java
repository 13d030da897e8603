package dev.housecount.event;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * When an event happened, in milliseconds.
 *
 * @param exact whether a resend of the event has the same time: it is the sender's own, neither
 *     corrected nor taken from the receipt
 */
public record EventTime(Instant at, boolean exact) {
  public EventTime {
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }
}
