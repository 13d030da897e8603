package dev.housecount.collect;

import dev.housecount.event.HydratedEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Remembers the newest events of this instance, to count duplicates by. Another instance's, and
 * those before {@link #MOST} others, are not recognised: the count is a lower bound. What is shown
 * once is decided when it is read. Safe for concurrent use.
 */
final class RecentEvents {
  /** How many are remembered: about 2 MB. */
  static final int MOST = 10_000;

  private final Map<Key, Boolean> known =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Boolean> eldest) {
          return size() > MOST;
        }
      };

  /** Remembers the events; returns how many were known, also from their own list. */
  synchronized int add(List<HydratedEvent> events) {
    int duplicates = 0;
    for (HydratedEvent event : events) {
      int content = event.event().content().hashCode();
      Key key = new Key(event.portal(), event.event().id().value(), content);
      duplicates += known.put(key, true) == null ? 0 : 1;
    }
    return duplicates;
  }

  private record Key(String portal, String id, int content) {}
}
