package dev.housecount.rollup;

import dev.housecount.event.EntityRef;
import dev.housecount.event.HydratedEvent;
import dev.housecount.event.Pseudonym;
import dev.housecount.event.ScrubbedEvent;
import dev.housecount.hydrate.Place;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An event with what every rule wants to know of it. */
record Deed(HydratedEvent hydrated, Who who, @Nullable Doer doer, Place place) {
  static Deed of(HydratedEvent event, Set<Pseudonym> guests, Place place) {
    Pseudonym user = event.event().user();
    Who who = new Who(event.portal(), user, user != null && guests.contains(user));
    return new Deed(event, who, Doer.of(event), place);
  }

  ScrubbedEvent event() {
    return hydrated.event();
  }

  Instant at() {
    return event().time().at();
  }

  @Nullable EntityRef entity() {
    return hydrated.entity();
  }
}
