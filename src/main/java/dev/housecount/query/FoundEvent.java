package dev.housecount.query;

import dev.housecount.event.HydratedEvent;
import dev.housecount.hydrate.Place;
import dev.housecount.marks.Mark;
import org.jspecify.annotations.Nullable;

/**
 * An event on a page.
 *
 * @param place where in the portal it happened, by the table in force
 * @param mark why it does not count; null when it does
 * @param known what the catalog said at its time
 */
public record FoundEvent(HydratedEvent event, Place place, @Nullable Mark mark, Known known) {
  /** Of which the catalog has not been asked. */
  public FoundEvent(HydratedEvent event, Place place, @Nullable Mark mark) {
    this(event, place, mark, Known.NOTHING);
  }

  FoundEvent with(Known other) {
    return new FoundEvent(event, place, mark, other);
  }
}
