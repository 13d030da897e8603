package dev.housecount.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the events that a query asks for.
 *
 * @param events in the order asked for; may be empty although more follow
 * @param next where the next page goes on; null when this is the last
 * @param after where the page before it ended; null for the first
 */
public record EventPage(
    List<FoundEvent> events, @Nullable Bookmark next, @Nullable Bookmark after) {
  public EventPage {
    events = List.copyOf(events);
  }

  /**
   * Where the next page goes on when only the first events of this one are shown.
   *
   * @param count how many, at least one
   */
  public Bookmark behind(int count) {
    return Bookmark.behind(after, events.subList(0, count));
  }
}
