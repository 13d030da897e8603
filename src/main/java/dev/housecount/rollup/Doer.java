package dev.housecount.rollup;

import dev.housecount.event.HydratedEvent;
import dev.housecount.event.Pseudonym;
import org.jspecify.annotations.Nullable;

/**
 * Whose events belong together.
 *
 * @param who the user, else the session: their pseudonyms are never the same
 */
record Doer(String portal, Pseudonym who) {
  /** Null for an event with neither user nor session: nothing belongs to it. */
  static @Nullable Doer of(HydratedEvent event) {
    Pseudonym user = event.event().user();
    Pseudonym who = user == null ? event.event().session() : user;
    return who == null ? null : new Doer(event.portal(), who);
  }
}
