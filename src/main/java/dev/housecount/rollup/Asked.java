package dev.housecount.rollup;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;

/**
 * What is to be counted: all that began in a range of time.
 *
 * @param from inclusive
 * @param to exclusive
 * @param portals only these; empty for every portal
 * @param parts what is told; the less, the less is read
 * @param exact whether it matters when something was done; else who was there is told by the day,
 *     and all else may be told as often as it was done in the range, as if at any time of it at
 *     which the catalog said the same of who did it and of what it was done with
 */
public record Asked(Instant from, Instant to, Set<String> portals, Set<Part> parts, boolean exact) {
  public Asked {
    portals = Set.copyOf(portals);
    parts = Set.copyOf(parts);
    if (parts.stream().filter(Part::isOfVisits).count() > 1) {
      throw new IllegalArgumentException("visits would be told twice: " + parts);
    }
  }

  /** Where it matters when something was done. */
  public Asked(Instant from, Instant to, Set<String> portals, Set<Part> parts) {
    this(from, to, portals, parts, true);
  }

  /** The same about another time and other parts. */
  public Asked about(Instant begin, Instant end, Set<Part> others) {
    return new Asked(begin, end, portals, others, exact);
  }

  /** The first moment whose events matter: what began before {@code from} may still go on then. */
  public Instant readFrom() {
    return from.minus(longest(Part::before));
  }

  /** Whether visits are told, as far as anyone needs them. */
  public boolean visits() {
    return parts.stream().anyMatch(Part::isOfVisits);
  }

  /** Whether some of it may go on beyond {@code to}, until {@link Fold#isComplete} says so. */
  public boolean goesOn() {
    return !longest(Part::after).isZero();
  }

  boolean has(Instant at) {
    return !at.isBefore(from) && at.isBefore(to);
  }

  boolean isAbout(String portal) {
    return portals.isEmpty() || portals.contains(portal);
  }

  private Duration longest(Function<Part, Duration> which) {
    return parts.stream().map(which).reduce(Duration.ZERO, (a, b) -> a.compareTo(b) >= 0 ? a : b);
  }
}
