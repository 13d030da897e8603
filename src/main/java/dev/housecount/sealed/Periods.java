package dev.housecount.sealed;

import dev.housecount.marks.SearchActions;
import dev.housecount.rollup.Fold;
import dev.housecount.store.RetentionPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How long what is sealed is kept, and how long the events of it are whole. */
final class Periods {
  private static final List<String> OPENINGS = List.of("discover");
  private static final List<String> VISITS = List.of("navigate");
  private static final List<String> MISSES = List.of("not-found");
  private static final List<String> RUNS = List.of("create", "task");

  private final RetentionPolicy events;
  private final Duration people;

  /**
   * @param people how long it is kept who did what
   */
  Periods(RetentionPolicy events, Duration people) {
    this.events = events;
    this.people = people;
  }

  /**
   * How long a section is kept; what was searched, or looked for in vain, never outlives its event.
   */
  Duration kept(Section section) {
    return switch (section) {
      case PRESENCE, PLACES, RUNS, WHOLE_RUNS -> people;
      case VISITS, OTHER_VISITS, ENTITY_VISITS, TEMPLATE_VISITS, TAB_VISITS, DOC_VISITS, USES ->
          people;
      case MISSES -> shorter(people, shortest(MISSES));
      case SEARCHES -> shorter(people, searches());
    };
  }

  /** The longest of all. */
  Duration longest() {
    return people;
  }

  /** Whether a moment of a section is over. */
  boolean isOver(Section section, Instant at, Instant now) {
    return !at.plus(kept(section)).isAfter(now);
  }

  /** Whether every event is still there that tells of what a section has from a moment on. */
  boolean isWhole(Section section, Instant from, Instant now) {
    Duration shortest =
        switch (section) {
          case PRESENCE, PLACES -> min(Stream.concat(all(), Stream.of(events.standard())).toList());
          case VISITS, OTHER_VISITS, ENTITY_VISITS, TEMPLATE_VISITS, TAB_VISITS, DOC_VISITS, USES ->
              shortest(VISITS);
          case MISSES -> shortest(MISSES);
          case SEARCHES -> shorter(searches(), shortest(OPENINGS));
          case RUNS, WHOLE_RUNS -> shortest(RUNS);
        };
    return from.minus(Fold.SAME_VISIT).plus(shortest).isAfter(now);
  }

  private Stream<Duration> all() {
    return events.byAction().values().stream();
  }

  /** Any action may be a search by its name. */
  private Duration searches() {
    Stream<Duration> named =
        events.byAction().entrySet().stream()
            .filter(action -> SearchActions.isSearch(action.getKey()))
            .map(Map.Entry::getValue);
    return min(Stream.concat(named, Stream.of(events.standard())).toList());
  }

  private Duration shortest(List<String> actions) {
    return min(actions.stream().map(events::of).toList());
  }

  private static Duration min(Collection<Duration> some) {
    return Collections.min(some);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
