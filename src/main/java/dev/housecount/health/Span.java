package dev.housecount.health;

import java.time.Instant;

/**
 * From when to when something was seen.
 *
 * @param first inclusive
 * @param last inclusive; not before the first
 */
public record Span(Instant first, Instant last) {
  /** Both, and what is between them. */
  Span plus(Span other) {
    return new Span(
        other.first.isBefore(first) ? other.first : first,
        other.last.isAfter(last) ? other.last : last);
  }
}
