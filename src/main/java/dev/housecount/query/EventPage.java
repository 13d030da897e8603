package dev.housecount.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the events that a query asks for.
 *
 * @param events in the order asked for; may be empty although more follow
 * @param next where the next page goes on; null when this is the last
 */
public record EventPage(List<FoundEvent> events, @Nullable Position next) {
  public EventPage {
    events = List.copyOf(events);
  }
}
