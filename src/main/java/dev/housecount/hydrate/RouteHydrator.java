package dev.housecount.hydrate;

import dev.housecount.event.EntityRef;
import dev.housecount.event.HydratedEvent;
import dev.housecount.event.ScrubbedEvent;
import dev.housecount.event.Versions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the entity in the event's own path where its context does not name it. */
public final class RouteHydrator implements Hydrator {
  /** The plugins whose pages are {@code /plugin/namespace/kind/name}. */
  private static final Set<String> ENTITY_PAGES = Set.of("catalog", "docs");

  private static final Set<String> PATH_ACTIONS = Set.of("navigate", "not-found");

  @Override
  public HydratedEvent hydrate(ScrubbedEvent event, String portal) {
    List<String> path =
        PATH_ACTIONS.contains(event.action()) ? segments(event.subject()) : List.of();
    return new HydratedEvent(event, portal, Versions.NONE, entity(event, path));
  }

  private static @Nullable EntityRef entity(ScrubbedEvent event, List<String> path) {
    EntityRef named = event.namedEntity();
    if (named != null || path.size() < 4 || !ENTITY_PAGES.contains(path.get(0))) {
      return named;
    }
    return EntityRef.of(path.get(2), path.get(1), path.get(3)).orElse(null);
  }

  private static List<String> segments(String path) {
    List<String> segments = new ArrayList<>();
    int start = 0;
    while (start <= path.length() && segments.size() < 4) {
      int slash = path.indexOf('/', start);
      int end = slash < 0 ? path.length() : slash;
      if (end > start) {
        segments.add(path.substring(start, end));
      }
      start = end + 1;
    }
    return segments;
  }
}
