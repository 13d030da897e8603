package dev.housecount.insights;

import dev.housecount.event.Pseudonym;
import dev.housecount.rollup.Present;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * When people were in the portal, to a quarter of an hour: every zone's hours and days begin with
 * one.
 */
final class Presence {
  private static final long QUARTER = Present.QUARTER.toSeconds();

  private final Map<Pseudonym, NavigableSet<Long>> quarters = new HashMap<>();

  /** Of those among the acts that persons did. */
  static Presence of(List<Act> acts) {
    Presence presence = new Presence();
    for (Act act : acts) {
      Pseudonym person = act.who().person();
      if (person != null) {
        presence.quarters.computeIfAbsent(person, one -> new TreeSet<>()).add(floor(act.at()));
      }
    }
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
          Long next = seen.ceiling(floor(from));
          if (next != null && next < floor(to)) {
            people.add(person);
          }
        });
    return people;
  }

  /** Whether somebody was there before a moment. */
  boolean isSeenBefore(Pseudonym person, Instant at) {
    NavigableSet<Long> seen = quarters.get(person);
    return seen != null && seen.first() < floor(at);
  }

  /** Whether somebody was there; from inclusive, to exclusive. */
  boolean isSeen(Pseudonym person, Instant from, Instant to) {
    NavigableSet<Long> seen = quarters.get(person);
    Long next = seen == null ? null : seen.ceiling(floor(from));
    return next != null && next < floor(to);
  }
}
