package dev.housecount.rollup;

import dev.housecount.hydrate.Place;
import java.time.Instant;

/**
 * A search, however often its results were asked for.
 *
 * @param at of the first time: the search belongs to that hour and day
 * @param place of the first time
 * @param term without white space around it, in lower case
 * @param state over all its times
 * @param discovered how many results were opened
 * @param ranked of how many of those the rank is known
 * @param ranks the sum of these ranks
 * @param times as of a {@link Visit}: a result was opened after all of them, or after none
 */
public record Search(
    Instant at,
    Who who,
    Place place,
    String action,
    String term,
    State state,
    int discovered,
    int ranked,
    double ranks,
    int times) {
  /** What came of a search. */
  public enum State {
    /** A result at least once. */
    PRODUCTIVE,
    /** Counts, all of them 0. */
    ZERO,
    /** No count. */
    UNKNOWN
  }

  /** Whether a result was opened. */
  public boolean isOpened() {
    return discovered > 0;
  }
}
