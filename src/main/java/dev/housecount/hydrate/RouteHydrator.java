package dev.housecount.hydrate;

import dev.housecount.event.HydratedEvent;
import dev.housecount.event.PagePath;
import dev.housecount.event.ScrubbedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds plugin and entity in the event's own path where its context does not name them. */
public final class RouteHydrator implements Hydrator {
  private static final Set<String> PATH_ACTIONS = Set.of("navigate", "not-found");

  @Override
  public HydratedEvent hydrate(ScrubbedEvent event, String portal) {
    List<String> path =
        PATH_ACTIONS.contains(event.action()) ? segments(event.subject()) : List.of();
    ScrubbedEvent page = event.withSubject(PagePath.of(event.subject()));
    return new HydratedEvent(page, portal, plugin(event, path), PathEntity.of(page));
  }

  private static @Nullable String plugin(ScrubbedEvent event, List<String> path) {
    String named = event.namedPlugin();
    boolean generic = named == null || event.namesGenericPlugin();
    return generic && !path.isEmpty() ? path.get(0).toLowerCase(Locale.ROOT) : named;
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
