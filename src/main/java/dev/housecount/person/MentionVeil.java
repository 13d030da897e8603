package dev.housecount.person;

import dev.housecount.event.HydratedEvent;
import dev.housecount.event.ScrubbedEvent;
import dev.housecount.hydrate.Hydrator;
import java.time.Instant;

/**
 * Takes out of others' events who may not be stored: a person who opted out is not looked at
 * either, and a person who was erased does not come back with a resend.
 */
public final class MentionVeil implements Hydrator {
  private final Hydrator hydrator;
  private final Refusals refusals;

  public MentionVeil(Hydrator hydrator, Refusals refusals) {
    this.hydrator = hydrator;
    this.refusals = refusals;
  }

  @Override
  public HydratedEvent hydrate(ScrubbedEvent event, String portal) {
    HydratedEvent hydrated = hydrator.hydrate(event, portal);
    Refused refused = refusals.current();
    if (refused.isEmpty()) {
      return hydrated;
    }
    Instant at = event.time().at();
    return Mentions.without(person -> refused.covers(person, at)).replaceIn(hydrated);
  }
}
