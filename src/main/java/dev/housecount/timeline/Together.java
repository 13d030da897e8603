package dev.housecount.timeline;

import dev.housecount.event.HydratedEvent;
import dev.housecount.marks.Actor;
import dev.housecount.marks.Mark;
import dev.housecount.marks.Marker;
import dev.housecount.store.Chunk;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is known of events because they are in one chunk: it is always read as a whole, so that this
 * costs nothing and is the same on every page.
 */
final class Together {
  private Together() {}

  /** Whose an event is; an anonymous one's are those of its chunk. */
  static Actor actor(HydratedEvent event, Chunk chunk) {
    return Actor.of(event, chunk.key().newest() + chunk.key().digest());
  }

  /** The searches that repeat one that is in the chunk, too far back to be known otherwise. */
  static Set<HydratedEvent> repeatedSearches(Chunk chunk, List<HydratedEvent> events) {
    List<HydratedEvent> searches = events.stream().filter(Marker::isSearch).toList();
    if (searches.size() < 2) {
      return Set.of();
    }
    Marker marker = new Marker(Marker.BACK, Marker.SAME_SEARCH);
    events.forEach(event -> marker.add(actor(event, chunk), event));
    Set<HydratedEvent> repeated = new HashSet<>();
    for (HydratedEvent search : searches) {
      if (marker.mark(actor(search, chunk), search) == Mark.REPEATED_SEARCH) {
        repeated.add(search);
      }
    }
    return repeated;
  }
}
