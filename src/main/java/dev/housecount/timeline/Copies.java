package dev.housecount.timeline;

import dev.housecount.event.HydratedEvent;
import dev.housecount.store.Chunk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which events are known, so that a copy is found. */
final class Copies {
  private final Map<Identity, List<Entry>> known = new HashMap<>();

  private record Identity(String portal, String id) {
    static Identity of(HydratedEvent event) {
      return new Identity(event.portal(), event.event().id().value());
    }
  }

  /** The event that this one is a copy of; null where it is the first. */
  @Nullable Entry find(HydratedEvent event, Chunk chunk) {
    for (Entry entry : known.getOrDefault(Identity.of(event), List.of())) {
      if (entry.isCopy(event, chunk)) {
        return entry;
      }
    }
    return null;
  }

  /** Makes an event known of which none is a copy. */
  Entry add(HydratedEvent event, Chunk chunk) {
    Entry entry = new Entry(event, chunk);
    known.computeIfAbsent(Identity.of(event), id -> new ArrayList<>(1)).add(entry);
    return entry;
  }

  void forget(Entry entry) {
    known.computeIfPresent(
        Identity.of(entry.event()),
        (id, entries) -> {
          entries.remove(entry);
          return entries.isEmpty() ? null : entries;
        });
  }
}
