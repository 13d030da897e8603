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
  private static final long AGAIN_MILLIS = 2_000;
  private static final long TYPING_MILLIS = 30_000;
  private static final Set<String> GENERIC = Set.of("app", "root");

  /** The oldest copy, then the one that was sent behind most others of its time. */
  private static final Comparator<HydratedEvent> COUNTS =
      Comparator.<HydratedEvent, Instant>comparing(event -> event.event().time().at())
          .thenComparing(event -> -event.event().time().place())
          .thenComparing(Position::of);

  private final Collection<Known> events;

  private EventFinderModel(Collection<Known> events) {
    this.events = events;
  }

  /** Of events of which none has id and content of another, and that are copied with one user. */
  static EventFinderModel of(List<Chunk> chunks) {
    Map<String, Known> distinct = new LinkedHashMap<>();
    for (Chunk chunk : chunks) {
      for (HydratedEvent event : chunk.events()) {
        String key = event.event().id().value() + event.event().content();
        Known known =
            distinct.computeIfAbsent(key, id -> new Known(event, new HashSet<>(), new HashSet<>()));
        known.chunks.add(chunk.key());
        known.repeated.add(isRepeatedIn(chunk, event));
        if (COUNTS.compare(event, known.event) < 0) {
          distinct.put(key, new Known(event, known.chunks, known.repeated));
        }
      }
    }
    return new EventFinderModel(distinct.values());
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

  /** Each actor is looked at alone: an anonymous event has one for each chunk with a copy. */
  private Mark mark(Known event) {
    return event.actors().stream()
        .map(
            actor ->
                new EventFinderModel(
                    events.stream().filter(other -> other.actors().contains(actor)).toList()))
        .map(alone -> alone.markOfOne(event))
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(event.repeated.contains(true) ? Mark.REPEATED_SEARCH : null);
  }

  private Mark markOfOne(Known event) {
    if (events.stream().anyMatch(other -> isDoubled(event, other))) {
      return Mark.DOUBLED_VISIT;
    }
    long known = event.millis() - VISIT_MILLIS;
    if (isUnfinished(event, known)) {
      return Mark.UNFINISHED_SEARCH;
    }
    boolean repeated =
        events.stream()
            .anyMatch(
                other ->
                    isAskedBefore(event, other)
                        && other.millis() >= event.millis() - VISIT_MILLIS
                        && !isUnfinished(other, known));
    return repeated ? Mark.REPEATED_SEARCH : null;
  }

  /**
   * @param known since when, in milliseconds, it is known where the actor was
   */
  private boolean isUnfinished(Known event, long known) {
    return events.stream().anyMatch(other -> isBeginning(event, other, known));
  }

  private boolean isDoubled(Known event, Known other) {
    String plugin = event.event.event().namedPlugin();
    String otherPlugin = other.event.event().namedPlugin();
    if (!bothAre("navigate", event, other)
        || !event.subject().equals(other.subject())
        || plugin == null
        || otherPlugin == null) {
      return false;
    }
    long apart = Math.abs(other.millis() - event.millis());
    boolean poorer = GENERIC.contains(plugin) && !GENERIC.contains(otherPlugin);
    boolean asPoor = GENERIC.contains(plugin) || !GENERIC.contains(otherPlugin);
    boolean again =
        asPoor
            && isBefore(other, event)
            && apart <= AGAIN_MILLIS
            && events.stream().noneMatch(page -> isAnotherPageBetween(page, other, event));
    return again || (poorer && apart <= VISIT_MILLIS);
  }

  private static boolean isAnotherPageBetween(Known page, Known first, Known last) {
    return bothAre("navigate", page, last)
        && bothAre("navigate", page, first)
        && !page.subject().equals(last.subject())
        && isBefore(first, page)
        && isBefore(page, last);
  }

  private static boolean isBefore(Known event, Known other) {
    return Position.of(event.event).compareTo(Position.of(other.event)) < 0;
  }

  /** Terms are the same, and nothing tells that the first was not finished. */
  private static boolean isAskedBefore(Known event, Known other) {
    return bothAre("search", event, other)
        && term(event).equals(term(other))
        && isBefore(other, event);
  }

  /** Whether a chunk has the same search, finished, from 10 seconds to half an hour before. */
  private static boolean isRepeatedIn(Chunk chunk, HydratedEvent event) {
    Known repeated = new Known(event, Set.of(chunk.key()), Set.of());
    List<Known> all =
        chunk.events().stream()
            .map(each -> new Known(each, Set.of(chunk.key()), Set.of()))
            .filter(each -> each.actors().equals(repeated.actors()))
            .toList();
    EventFinderModel alone = new EventFinderModel(all);
    long known = repeated.millis() - 1_800_000;
    return !alone.isUnfinished(repeated, known)
        && all.stream()
            .anyMatch(
                other ->
                    isAskedBefore(repeated, other)
                        && other.millis() < repeated.millis() - VISIT_MILLIS
                        && other.millis() >= known
                        && !alone.isUnfinished(other, known));
  }

  private boolean isBeginning(Known event, Known other, long known) {
    long later = other.millis() - event.millis();
    return bothAre("search", event, other)
        && term(other).length() > term(event).length()
        && term(other).startsWith(term(event))
        && later >= 0
        && later <= TYPING_MILLIS
        && events.stream()
            .noneMatch(
                step ->
                    isLinkBetween(step, event, other)
                        || isWentElsewhere(step, event, other, known));
  }

  /** Clicks here have the address of another page as their subject. */
  private static boolean isLinkBetween(Known click, Known first, Known last) {
    return click.event.event().action().equals("click")
        && isSentBefore(first, click)
        && isSentBefore(click, last);
  }

  /** Whether the actor went to another page between two searches. */
  private boolean isWentElsewhere(Known page, Known first, Known last, long known) {
    if (!isVisit(page) || !isSentBefore(first, page) || !isSentBefore(page, last)) {
      return false;
    }
    Known before = null;
    for (Known other : events) {
      if (isVisit(other)
          && isBefore(other, page)
          && other.millis()
              >= Math.min(first.millis(), Math.max(first.millis() - VISIT_MILLIS, known))
          && (before == null || isBefore(before, other))) {
        before = other;
      }
    }
    return before == null || !before.subject().equals(page.subject());
  }

  private static boolean isSentBefore(Known event, Known other) {
    int place = event.event.event().time().place();
    int otherPlace = other.event.event().time().place();
    return event.millis() < other.millis()
        || (event.millis() == other.millis() && place < otherPlace);
  }

  private static boolean isVisit(Known event) {
    return event.event.event().action().equals("navigate");
  }

  private static String term(Known event) {
    return event.subject().strip().toLowerCase(Locale.ROOT);
  }

  private static boolean bothAre(String action, Known event, Known other) {
    return event.event.event().action().equals(action)
        && other.event.event().action().equals(action);
  }

  private record Known(HydratedEvent event, Set<Object> chunks, Set<Boolean> repeated) {
    Set<Object> actors() {
      ScrubbedEvent inner = event.event();
      Object known = inner.user() != null ? inner.user() : inner.session();
      return known == null ? chunks : Set.of(known);
    }

    String subject() {
      return event.event().subject();
    }

    long millis() {
      return event.event().time().at().toEpochMilli();
    }
  }
}
