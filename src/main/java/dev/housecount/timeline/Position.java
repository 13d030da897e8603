package dev.housecount.timeline;

import dev.housecount.event.HydratedEvent;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A place in the order of events: time first, then the order in which they were sent, then whatever
 * tells events of one place apart, always the same way.
 *
 * @param place as {@link dev.housecount.event.EventTime#place}; -1 before every event of that time
 * @param event what stands there; null before every event of that time
 */
public record Position(Instant at, int place, @Nullable HydratedEvent event)
    implements Comparable<Position> {
  /** Events of two users or portals, or of two pages, may share an id. */
  private static final Comparator<HydratedEvent> APART =
      Comparator.<HydratedEvent, String>comparing(event -> event.event().id().value())
          .thenComparing(HydratedEvent::portal)
          .thenComparing(event -> String.valueOf(event.event().user()))
          .thenComparing(event -> String.valueOf(event.event().session()))
          .thenComparing(event -> event.event().content());

  private static final Comparator<Position> ORDER =
      Comparator.comparing(Position::at)
          .thenComparingInt(Position::place)
          .thenComparing(Position::event, Comparator.nullsFirst(APART));

  /** Where an event stands. */
  public static Position of(HydratedEvent event) {
    return new Position(event.event().time().at(), event.event().time().place(), event);
  }

  /** The place before every event of that time. */
  static Position before(Instant at) {
    return new Position(at, -1, null);
  }

  @Override
  public int compareTo(Position other) {
    return ORDER.compare(this, other);
  }
}
