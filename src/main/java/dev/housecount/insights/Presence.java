package dev.housecount.insights;

import dev.housecount.event.Pseudonym;
import dev.housecount.rollup.Present;
import dev.housecount.rollup.Seen;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * When people were in the portal, to a quarter of an hour: every zone's hours and days begin with
 * one.
 */
final class Presence {
  private static final long QUARTER = Present.QUARTER.toSeconds();

  /** Of each person in ascending order, each once. */
  private final Map<Pseudonym, long[]> quarters = new HashMap<>();

  /** Of those who were seen, as far as they are persons. */
  static Presence of(List<Seen> seen) {
    Map<Pseudonym, LongStream.Builder> quarters = new HashMap<>();
    for (Seen one : seen) {
      Pseudonym person = one.who().person();
      if (person != null) {
        quarters.computeIfAbsent(person, p -> LongStream.builder()).add(floor(one.at()));
      }
    }
    Presence presence = new Presence();
    quarters.forEach(
        (person, some) ->
            presence.quarters.put(person, some.build().sorted().distinct().toArray()));
    return presence;
  }

  private static long floor(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), QUARTER);
  }

  /** Who was there; from inclusive, to exclusive, both at a quarter's begin. */
  Set<Pseudonym> between(Instant from, Instant to) {
    Set<Pseudonym> people = new HashSet<>();
    quarters.forEach(
        (person, seen) -> {
          if (isIn(seen, from, to)) {
            people.add(person);
          }
        });
    return people;
  }

  /** Whether somebody was there before a moment. */
  boolean isSeenBefore(Pseudonym person, Instant at) {
    long[] seen = quarters.get(person);
    return seen != null && seen[0] < floor(at);
  }

  /** Whether somebody was there; from inclusive, to exclusive. */
  boolean isSeen(Pseudonym person, Instant from, Instant to) {
    long[] seen = quarters.get(person);
    return seen != null && isIn(seen, from, to);
  }

  private static boolean isIn(long[] seen, Instant from, Instant to) {
    int found = Arrays.binarySearch(seen, floor(from));
    int next = found < 0 ? -found - 1 : found;
    return next < seen.length && seen[next] < floor(to);
  }
}
