package dev.housecount.insights;

import java.time.Instant;

/**
 * A part of the time that is asked about.
 *
 * @param label the local date on which it begins; of an hour its local time with the offset
 * @param from inclusive
 * @param to exclusive
 */
public record Period(String label, Instant from, Instant to) {
  boolean has(Instant at) {
    return !at.isBefore(from) && at.isBefore(to);
  }
}
