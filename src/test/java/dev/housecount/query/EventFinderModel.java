package dev.housecount.query;

import dev.housecount.event.EventTime;
import dev.housecount.event.HydratedEvent;
import dev.housecount.event.ScrubbedEvent;
import dev.housecount.marks.Mark;
import dev.housecount.store.Chunk;
import dev.housecount.store.Order;
import dev.housecount.testing.Pipeline;
import dev.housecount.timeline.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What {@link EventFinder} has to find: naively, with every event compared with every other. */
final class EventFinderModel {
  private static final long VISIT_MILLIS = 10_000;
  private static final long TYPING_MILLIS = 30_000;
  private static final Set<String> GENERIC = Set.of("app", "root");

  private final Collection<Known> events;

  private EventFinderModel(Collection<Known> events) {
    this.events = events;
  }

  /** Of events that have ids of their own and are copied with one user. */
  static EventFinderModel of(List<Chunk> chunks) {
    Map<String, Known> byId = new LinkedHashMap<>();
    for (Chunk chunk : chunks) {
      for (HydratedEvent event : chunk.events()) {
        Known known =
            byId.computeIfAbsent(
                event.event().id().value(), id -> new Known(event, new HashSet<>()));
        known.chunks.add(chunk.key());
        if (Position.of(event).compareTo(Position.of(known.event)) < 0) {
          byId.put(event.event().id().value(), new Known(event, known.chunks));
        }
      }
    }
    return new EventFinderModel(byId.values());
  }

  List<FoundEvent> find(EventQuery query) {
    Comparator<FoundEvent> order = Comparator.comparing(event -> Position.of(event.event()));
    List<FoundEvent> found = new ArrayList<>();
    for (Known known : events) {
      Instant at = known.event.event().time().at();
      FoundEvent event =
          new FoundEvent(known.event, Pipeline.PLACES.of(known.event.event()), mark(known));
      if ((query.from() == null || !at.isBefore(query.from()))
          && (query.to() == null || at.isBefore(query.to()))
          && query.filter().matches(known.event, Pipeline.PLACES)
          && query.filter().matches(event.mark())) {
        found.add(event);
      }
    }
    found.sort(query.order() == Order.ASC ? order : order.reversed());
    return found;
  }

  static HydratedEvent at(HydratedEvent event, Instant at) {
    ScrubbedEvent inner = event.event();
    return event.withEvent(inner.withTime(new EventTime(at, inner.time().exact())));
  }

  private Mark mark(Known event) {
    if (events.stream().anyMatch(other -> isDoubled(event, other))) {
      return Mark.DOUBLED_VISIT;
    }
    return events.stream().anyMatch(other -> isBeginning(event, other))
        ? Mark.UNFINISHED_SEARCH
        : null;
  }

  private static boolean isDoubled(Known event, Known other) {
    String plugin = event.event.event().namedPlugin();
    String otherPlugin = other.event.event().namedPlugin();
    return bothAre("navigate", event, other)
        && event.subject().equals(other.subject())
        && plugin != null
        && GENERIC.contains(plugin)
        && otherPlugin != null
        && !GENERIC.contains(otherPlugin)
        && Math.abs(other.millis() - event.millis()) <= VISIT_MILLIS;
  }

  private static boolean isBeginning(Known event, Known other) {
    String term = event.subject().strip().toLowerCase(Locale.ROOT);
    String longer = other.subject().strip().toLowerCase(Locale.ROOT);
    long later = other.millis() - event.millis();
    return bothAre("search", event, other)
        && longer.length() > term.length()
        && longer.startsWith(term)
        && later >= 0
        && later <= TYPING_MILLIS;
  }

  private static boolean bothAre(String action, Known event, Known other) {
    ScrubbedEvent a = event.event.event();
    ScrubbedEvent b = other.event.event();
    boolean anonymous = a.user() == null && a.session() == null;
    return a.action().equals(action)
        && b.action().equals(action)
        && Objects.equals(a.user(), b.user())
        && Objects.equals(a.session(), b.session())
        && (!anonymous || event.chunks.stream().anyMatch(other.chunks::contains));
  }

  private record Known(HydratedEvent event, Set<Object> chunks) {
    String subject() {
      return event.event().subject();
    }

    long millis() {
      return event.event().time().at().toEpochMilli();
    }
  }
}
