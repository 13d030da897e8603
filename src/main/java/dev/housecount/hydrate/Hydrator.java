package dev.housecount.hydrate;

import dev.housecount.event.HydratedEvent;
import dev.housecount.event.ScrubbedEvent;

/** Adds what Housecount knows beyond the event itself. */
public interface Hydrator {
  /** Never fails: what cannot be found out stays unknown. */
  HydratedEvent hydrate(ScrubbedEvent event, String portal);
}
