package dev.housecount.query;

import dev.housecount.event.HydratedEvent;
import dev.housecount.event.ScrubbedEvent;
import java.time.Instant;

/**
 * A place in the order of events: time first, then a text that is unique among events of one time.
 *
 * @param tie empty for the place before every event of that time
 */
public record Position(Instant at, String tie) implements Comparable<Position> {
  /** Where an event stands. Events of two users or portals, or of two pages, may share an id. */
  public static Position of(HydratedEvent hydrated) {
    ScrubbedEvent event = hydrated.event();
    String content = event.action() + '\n' + event.subject() + '\n' + event.session();
    return new Position(
        event.time().at(),
        String.join(
            " ",
            event.id().value(),
            String.valueOf(event.user()),
            hydrated.portal(),
            Integer.toHexString(content.hashCode())));
  }

  @Override
  public int compareTo(Position other) {
    int byTime = at.compareTo(other.at);
    return byTime == 0 ? tie.compareTo(other.tie) : byTime;
  }
}
