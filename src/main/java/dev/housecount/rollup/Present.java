package dev.housecount.rollup;

import java.time.Duration;
import java.time.Instant;

/**
 * A user was there: told once for each quarter of an hour.
 *
 * @param at when the quarter began
 * @param who has a user; may be a guest
 */
public record Present(Instant at, Who who) {
  /** Every zone's hours and days begin with one. */
  public static final Duration QUARTER = Duration.ofMinutes(15);

  /** When the quarter of a moment began. */
  public static Instant quarter(Instant at) {
    long seconds = QUARTER.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), seconds) * seconds);
  }
}
