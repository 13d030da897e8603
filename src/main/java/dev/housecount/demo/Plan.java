package dev.housecount.demo;

import java.time.LocalDate;

/**
 * Which portal is made: the same plan, the same portal, to the byte.
 *
 * @param users at least 1
 * @param days at least 1, the last one included
 * @param end the last day
 */
public record Plan(long seed, int users, int days, LocalDate end) {
  public Plan {
    if (users < 1 || days < 1) {
      throw new IllegalArgumentException("a portal has users and days");
    }
  }

  LocalDate start() {
    return end.minusDays(days - 1L);
  }

  /** The day that comes after this share of the days. */
  LocalDate at(double share) {
    return start().plusDays((long) (days * share));
  }

  Dice dice(Object... names) {
    return new Dice(seed, names);
  }
}
