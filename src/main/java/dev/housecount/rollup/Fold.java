package dev.housecount.rollup;

import dev.housecount.event.HydratedEvent;
import dev.housecount.event.Pseudonym;
import dev.housecount.hydrate.Place;
import dev.housecount.hydrate.Places;
import dev.housecount.marks.Mark;
import dev.housecount.marks.Marker;
import dev.housecount.timeline.StoredEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells what people did, from events one after another. What it tells of a moment does not depend
 * on the range that is asked for, when it is given all events from {@link Asked#readFrom} on until
 * {@link #isComplete}. RATIONALE.md says why. Not safe for concurrent use.
 */
public final class Fold {
  /** The longest from one report of a page to the next that is of the same visit. */
  public static final Duration SAME_VISIT = Duration.ofMinutes(30);

  /** The longest from one time to the next that a search is the same. */
  public static final Duration SAME_SEARCH = Marker.SAME_SEARCH;

  /** The longest from a search to opening a result of it. */
  public static final Duration OPENING = Duration.ofMinutes(5);

  /** The longest from one event to the next of the same task. */
  public static final Duration SAME_RUN = Duration.ofHours(24);

  /** The most that events of one run are apart of which one does not name the task. */
  public static final Duration SAME_START = Duration.ofMinutes(1);

  private static final String MISS = "not-found";

  private final Asked asked;
  private final Places places;
  private final Set<Pseudonym> guests;
  private final Tally tally;
  private final Visits visits;
  private final Searches searches;
  private final Runs runs;
  private final Presence presence;

  /**
   * @param guests the pseudonyms of those who are nobody
   */
  public Fold(Asked asked, Places places, Set<Pseudonym> guests, Tally tally) {
    this.asked = asked;
    this.places = places;
    this.guests = Set.copyOf(guests);
    this.tally = tally;
    this.visits = new Visits(asked, places, tally);
    this.searches = new Searches(asked, tally);
    this.runs = new Runs(asked, tally);
    this.presence = new Presence(tally);
  }

  /** Whether the fold wants to be given an event; one that it does not want does no harm. */
  public boolean wants(HydratedEvent event) {
    return asked.isAbout(event.portal())
        && asked.parts().stream().anyMatch(part -> concerns(part, event));
  }

  private static boolean concerns(Part part, HydratedEvent event) {
    String action = event.event().action();
    return switch (part) {
      case VISITS, USES, ENTITY_VISITS, TEMPLATE_VISITS, DOC_VISITS -> action.equals(Visits.ACTION);
      case SEARCHES -> action.equals(Searches.DISCOVER) || Marker.isSearch(event);
      case RUNS, RUN_EVENTS -> action.equals(RunEvent.CREATE) || action.equals(RunEvent.TASK);
      case MISSES -> action.equals(MISS);
      case PRESENCE, PLACES -> true;
    };
  }

  /** Takes the next event, in the order of time. */
  public void take(StoredEvent stored) {
    HydratedEvent event = stored.event();
    if (!wants(event)) {
      return;
    }
    Place place = places.of(event.event());
    Deed deed = Deed.of(event, guests, place);
    run(deed);
    if (!Humans.did(event)) {
      return;
    }
    if (Marker.isSearch(event) && stored.mark() == Mark.REPEATED_SEARCH) {
      search(deed, true);
    } else if (stored.mark() == null) {
      count(deed);
    }
  }

  private void run(Deed deed) {
    RunEvent event = RunEvent.of(deed);
    if (event != null && asked.parts().contains(Part.RUNS)) {
      runs.take(event);
    }
    if (event != null && asked.parts().contains(Part.RUN_EVENTS) && asked.has(deed.at())) {
      tally.runEvent(event);
    }
  }

  private void count(Deed deed) {
    String action = deed.event().action();
    if (action.equals(Visits.ACTION) && asked.visits()) {
      visits.take(deed);
    } else if (Marker.isSearch(deed.hydrated())) {
      search(deed, false);
    } else if (action.equals(Searches.DISCOVER)) {
      searches.open(deed);
    }
    if (asked.has(deed.at())) {
      tell(deed);
    }
  }

  private void search(Deed deed, boolean repeated) {
    if (asked.parts().contains(Part.SEARCHES)) {
      searches.take(deed, repeated);
    }
  }

  private void tell(Deed deed) {
    String action = deed.event().action();
    if (action.equals(MISS) && asked.parts().contains(Part.MISSES)) {
      tally.miss(
          new Miss(deed.at(), deed.who(), deed.place(), deed.event().subject(), deed.entity()));
    }
    @Nullable Pseudonym user = deed.who().user();
    if (user != null && asked.parts().contains(Part.PLACES)) {
      tally.seen(new Seen(deed.at(), deed.who(), deed.place(), action, deed.entity()));
    }
    if (user != null && asked.parts().contains(Part.PRESENCE)) {
      presence.take(deed);
    }
  }

  /**
   * Whether all is known of what began in the range.
   *
   * @param certain all events before it were taken, and none of them is taken any more
   */
  public boolean isComplete(Instant certain) {
    if (certain.isBefore(asked.to())) {
      return false;
    }
    searches.reach(certain);
    runs.reach(certain);
    return !searches.areOpen() && !runs.areOpen();
  }

  /** Tells what still goes on, as it is by now. Nothing can be taken afterwards. */
  public void finish() {
    searches.reach(Instant.MAX);
    runs.reach(Instant.MAX);
  }
}
