package dev.housecount.query;

import dev.housecount.event.HydratedEvent;
import java.time.Instant;

/**
 * A place in the order of events: time first, then a text that is unique among events of one time.
 *
 * @param tie empty for the place before every event of that time
 */
public record Position(Instant at, String tie) implements Comparable<Position> {
  /** Where an event stands. Two users' or portals' events may share an id. */
  public static Position of(HydratedEvent event) {
    return new Position(
        event.event().time().at(),
        event.event().id().value() + ' ' + event.event().user() + ' ' + event.portal());
  }

  @Override
  public int compareTo(Position other) {
    int byTime = at.compareTo(other.at);
    return byTime == 0 ? tie.compareTo(other.tie) : byTime;
  }
}
