package dev.housecount.person;

import dev.housecount.event.Pseudonym;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * About whom nothing may be stored.
 *
 * @param optedOut at any time
 * @param erased up to a time: what happened then was erased, and may be sent again
 */
record Refused(Set<Pseudonym> optedOut, Map<Pseudonym, Instant> erased) {
  Refused {
    optedOut = Set.copyOf(optedOut);
    erased = Map.copyOf(erased);
  }

  boolean isEmpty() {
    return optedOut.isEmpty() && erased.isEmpty();
  }

  boolean isErased(Pseudonym person, Instant at) {
    Instant erasedAt = erased.get(person);
    return erasedAt != null && !at.isAfter(erasedAt);
  }

  boolean covers(Pseudonym person, Instant at) {
    return optedOut.contains(person) || isErased(person, at);
  }
}
