package dev.housecount.noise;

import dev.housecount.event.FieldValue;
import dev.housecount.event.HydratedEvent;
import dev.housecount.event.ScrubbedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Marks events by what the same actor did around them. Takes each event once, in any order; a mark
 * is right as soon as everything is added from {@link #BACK} before the event to {@link #AHEAD}
 * after it. Not safe for concurrent use.
 */
public final class Marker {
  /**
   * The most that two reports of one page view are apart. Between them the plugin's code is loaded:
   * some seconds on a slow line.
   */
  static final Duration VISIT = Duration.ofSeconds(10);

  /** The longest pause in typing. Whoever waits longer has read what was found. */
  static final Duration TYPING = Duration.ofSeconds(30);

  /** How far before an event the one can stand that marks it. */
  public static final Duration BACK = VISIT;

  /** How far after an event the one can stand that marks it. */
  public static final Duration AHEAD = TYPING;

  private static final String NAVIGATE = "navigate";

  /** The second one is a custom action of catalog plugins; its subject is a term as well. */
  private static final Set<String> SEARCHES = Set.of("search", "catalog_search");

  private final Map<Visit, Times> visits = new HashMap<>();
  private final Map<Search, TreeMap<String, Times>> searches = new HashMap<>();

  /** Whether the event can have a mark or be the reason of one; others need not be added. */
  public static boolean concerns(HydratedEvent event) {
    String action = event.event().action();
    return action.equals(NAVIGATE) || SEARCHES.contains(action);
  }

  /** Makes the event known. */
  public void add(Actor actor, HydratedEvent event) {
    Instant at = event.event().time().at();
    if (isNamedVisit(event)) {
      visits.computeIfAbsent(Visit.of(actor, event), visit -> new Times()).add(at);
    } else if (isSearch(event)) {
      searches
          .computeIfAbsent(Search.of(actor, event), search -> new TreeMap<>())
          .computeIfAbsent(term(event), term -> new Times())
          .add(at);
    }
  }

  /** Forgets an event that was added for this actor. */
  public void remove(Actor actor, HydratedEvent event) {
    Instant at = event.event().time().at();
    if (isNamedVisit(event)) {
      visits.computeIfPresent(Visit.of(actor, event), (visit, times) -> times.without(at));
    } else if (isSearch(event)) {
      searches.computeIfPresent(
          Search.of(actor, event),
          (search, terms) -> {
            terms.computeIfPresent(term(event), (term, times) -> times.without(at));
            return terms.isEmpty() ? null : terms;
          });
    }
  }

  /** The event's mark; null when it counts. */
  public @Nullable Mark mark(Actor actor, HydratedEvent event) {
    Instant at = event.event().time().at();
    if (event.event().action().equals(NAVIGATE) && event.event().namesGenericPlugin()) {
      Times named = visits.get(Visit.of(actor, event));
      boolean doubled = named != null && named.any(at.minus(VISIT), at.plus(VISIT));
      return doubled ? Mark.DOUBLED_VISIT : null;
    }
    return isSearch(event) && wentOn(actor, event) ? Mark.UNFINISHED_SEARCH : null;
  }

  /** Whether a term was searched next that begins with this one and is longer. */
  private boolean wentOn(Actor actor, HydratedEvent event) {
    TreeMap<String, Times> terms = searches.get(Search.of(actor, event));
    if (terms == null) {
      return false;
    }
    Instant at = event.event().time().at();
    String term = term(event);
    for (Map.Entry<String, Times> longer : terms.tailMap(term, false).entrySet()) {
      if (!longer.getKey().startsWith(term)) {
        return false;
      }
      // Of one time are events without a time of their own that came together: longer is later.
      if (longer.getValue().any(at, at.plus(TYPING))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNamedVisit(HydratedEvent event) {
    ScrubbedEvent inner = event.event();
    return inner.action().equals(NAVIGATE)
        && inner.namedPlugin() != null
        && !inner.namesGenericPlugin();
  }

  private static boolean isSearch(HydratedEvent event) {
    return SEARCHES.contains(event.event().action());
  }

  private static String term(HydratedEvent event) {
    return event.event().subject().strip().toLowerCase(Locale.ROOT);
  }

  private record Visit(Actor actor, String subject) {
    static Visit of(Actor actor, HydratedEvent event) {
      return new Visit(actor, event.event().subject());
    }
  }

  /** Typing goes on in one place: another action or other types of results are another search. */
  private record Search(Actor actor, String action, String types) {
    static Search of(Actor actor, HydratedEvent event) {
      FieldValue types = event.event().context().get("searchTypes");
      return new Search(actor, event.event().action(), Objects.toString(types, ""));
    }
  }

  /** Times, each with how often it was added. */
  private static final class Times {
    private final TreeMap<Instant, Integer> counts = new TreeMap<>();

    void add(Instant at) {
      counts.merge(at, 1, Integer::sum);
    }

    /** One time less; null when none is left. */
    @Nullable Times without(Instant at) {
      counts.computeIfPresent(at, (time, count) -> count == 1 ? null : count - 1);
      return counts.isEmpty() ? null : this;
    }

    /** Whether there is one from the first to the last time, both inclusive. */
    boolean any(Instant first, Instant last) {
      Instant next = counts.ceilingKey(first);
      return next != null && !next.isAfter(last);
    }
  }
}
