package dev.housecount.insights;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Whole days of a zone.
 *
 * @param from the first one
 * @param to the one behind the last
 */
public record Days(LocalDate from, LocalDate to) {
  public Days {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("at least one day");
    }
  }

  /** How many there are. */
  public long count() {
    return ChronoUnit.DAYS.between(from, to);
  }

  public LocalDate last() {
    return to.minusDays(1);
  }

  /** As many days, from another one on. */
  public Days movedTo(LocalDate other) {
    return new Days(other, other.plusDays(count()));
  }

  /** As many days, right before these. */
  public Days before() {
    return movedTo(from.minusDays(count()));
  }

  /** When the first one begins there: not always at midnight, which some days lack. */
  public Instant start(ZoneId zone) {
    return from.atStartOfDay(zone).toInstant();
  }

  /** When the last one has ended there. */
  public Instant end(ZoneId zone) {
    return to.atStartOfDay(zone).toInstant();
  }
}
