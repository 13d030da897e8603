package dev.housecount.hydrate;

import dev.housecount.event.HydratedEvent;
import dev.housecount.event.PagePath;
import dev.housecount.event.ScrubbedEvent;
import dev.housecount.event.Versions;

/** Finds the entity in the event's own path where its context does not name it. */
public final class RouteHydrator implements Hydrator {
  @Override
  public HydratedEvent hydrate(ScrubbedEvent event, String portal) {
    ScrubbedEvent page = event.withSubject(PagePath.of(event.subject()));
    return new HydratedEvent(page, portal, Versions.NONE, PathEntity.of(page));
  }
}
