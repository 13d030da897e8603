package dev.housecount.marks;

import dev.housecount.event.HydratedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Marks events by what the same actor did around them. Takes each event once, in any order; a mark
 * is right as soon as everything is added from {@link #BACK} before the event to {@link #AHEAD}
 * after it. Not safe for concurrent use.
 */
public final class Marker {
  /** How far before an event the one can stand that marks it. */
  public static final Duration BACK = Visits.LOADING;

  /** How far after an event the one can stand that marks it. */
  public static final Duration AHEAD = Searches.TYPING;

  /** The longest that a search is the same one when its term is asked again. */
  public static final Duration SAME_SEARCH = Duration.ofMinutes(30);

  private static final String CLICK = "click";
  private static final String DISCOVER = "discover";

  private final Map<Actor, Trail> trails = new HashMap<>();
  private final Repeats repeats;

  /** How long before a search the same one makes it a repetition: farther than, and at most. */
  record Repeats(Duration near, Duration far) {}

  /**
   * For a stream of which no more is known than is needed: searches repeat within {@link #BACK}.
   */
  public Marker() {
    this(Duration.ZERO, BACK);
  }

  /**
   * Looks for the same search elsewhere.
   *
   * @param near only farther before an event than this; zero for all that is before it
   * @param far at most so far before it, at least {@link #BACK}; since then all has to be known
   */
  public Marker(Duration near, Duration far) {
    this.repeats = new Repeats(near, far);
  }

  /** Whether the event can have a mark or be the reason of one; others need not be added. */
  public static boolean concerns(HydratedEvent event) {
    return isVisit(event) || isSearch(event) || isOpening(event);
  }

  /** Whether the event is a search. */
  public static boolean isSearch(HydratedEvent event) {
    return SearchActions.isSearch(event.event().action());
  }

  /** Makes the event known. */
  public void add(Actor actor, HydratedEvent event) {
    if (concerns(event)) {
      trails.computeIfAbsent(actor, who -> new Trail()).add(event);
    }
  }

  /** Forgets an event that was added for this actor. */
  public void remove(Actor actor, HydratedEvent event) {
    if (concerns(event)) {
      trails.computeIfPresent(actor, (who, trail) -> trail.remove(event) ? null : trail);
    }
  }

  /** The event's mark; null when it counts. */
  public @Nullable Mark mark(Actor actor, HydratedEvent event) {
    Trail trail = trails.get(actor);
    return trail == null ? null : trail.mark(event, repeats);
  }

  private static boolean isVisit(HydratedEvent event) {
    return event.event().action().equals(Visits.NAVIGATE);
  }

  /** Whether a result of a search is opened: {@code discover}, or a link to another page. */
  private static boolean isOpening(HydratedEvent event) {
    String action = event.event().action();
    if (action.equals(DISCOVER)) {
      return true;
    }
    String target = action.equals(CLICK) ? Links.target(event.event()) : null;
    return target != null && !Links.isSearchPage(target);
  }

  /** What one actor did. */
  private static final class Trail {
    private final Visits visits = new Visits();
    private final Searches searches = new Searches();
    private final Steps<HydratedEvent> openings = new Steps<>();

    void add(HydratedEvent event) {
      if (isVisit(event)) {
        visits.add(event);
      } else if (isSearch(event)) {
        searches.add(event);
      } else {
        openings.add(Moment.of(event), event);
      }
    }

    boolean remove(HydratedEvent event) {
      if (isVisit(event)) {
        visits.remove(event);
      } else if (isSearch(event)) {
        searches.remove(event);
      } else {
        openings.remove(Moment.of(event));
      }
      return visits.isEmpty() && searches.isEmpty() && openings.isEmpty();
    }

    @Nullable Mark mark(HydratedEvent event, Repeats repeats) {
      if (isVisit(event)) {
        return visits.isDoubled(event) ? Mark.DOUBLED_VISIT : null;
      }
      return isSearch(event) ? searches.mark(event, this::firstOpening, repeats) : null;
    }

    private @Nullable Moment firstOpening(Moment after, Moment before, Instant since) {
      var opened = openings.between(after, before);
      Moment end = opened.isEmpty() ? before : opened.firstKey();
      Moment elsewhere = visits.firstElsewhere(after, end, since);
      return elsewhere != null ? elsewhere : opened.isEmpty() ? null : end;
    }
  }
}
