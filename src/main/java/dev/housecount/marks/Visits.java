package dev.housecount.marks;

import dev.housecount.event.HydratedEvent;
import dev.housecount.event.ScrubbedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** The pages that one actor went to, and which reports of them are doubles. */
final class Visits {
  static final String NAVIGATE = "navigate";

  /**
   * The most that two reports of one page view are apart when one names only the app. Between them
   * the plugin's code is loaded: some seconds on a slow line.
   */
  static final Duration LOADING = Duration.ofSeconds(10);

  /**
   * The most that two reports by plugins are apart: rendering twice takes milliseconds. Nobody has
   * seen a page and loaded it again so soon.
   */
  static final Duration RENDERING = Duration.ofSeconds(2);

  /** The plugin in whose pages others show theirs. */
  private static final String HOST = "catalog";

  private static final String SEARCH = "search";

  private final Steps<Visit> visits = new Steps<>();
  private final Map<String, Steps<Visit>> named = new HashMap<>();

  /** A report: of which page, and how much its plugin tells. */
  record Visit(String page, Naming naming, boolean ofSearch) {
    static Visit of(HydratedEvent hydrated) {
      ScrubbedEvent event = hydrated.event();
      String page = Links.page(event.subject());
      boolean search = SEARCH.equals(event.namedPlugin()) || Links.isSearchPage(page);
      return new Visit(page, Naming.of(event), search);
    }
  }

  /** How much a report tells of the plugin, from nothing to most. */
  enum Naming {
    NOTHING,
    APP,
    HOST_OF_OTHERS,
    PLUGIN;

    static Naming of(ScrubbedEvent event) {
      String plugin = event.namedPlugin();
      if (plugin == null) {
        return NOTHING;
      }
      return event.namesGenericPlugin() ? APP : plugin.equals(HOST) ? HOST_OF_OTHERS : PLUGIN;
    }

    boolean isPlugin() {
      return compareTo(APP) > 0;
    }
  }

  void add(HydratedEvent event) {
    Visit visit = Visit.of(event);
    visits.add(Moment.of(event), visit);
    if (visit.naming.isPlugin()) {
      named.computeIfAbsent(visit.page, page -> new Steps<>()).add(Moment.of(event), visit);
    }
  }

  void remove(HydratedEvent event) {
    Visit visit = Visit.of(event);
    visits.remove(Moment.of(event));
    if (visit.naming.isPlugin()) {
      named.computeIfPresent(
          visit.page,
          (page, steps) -> {
            steps.remove(Moment.of(event));
            return steps.isEmpty() ? null : steps;
          });
    }
  }

  boolean isEmpty() {
    return visits.isEmpty();
  }

  /** Whether another report tells of the same page view, and more of it or earlier. */
  boolean isDoubled(HydratedEvent event) {
    Visit visit = Visit.of(event);
    Instant at = event.event().time().at();
    Steps<Visit> others = named.get(visit.page);
    if (visit.naming == Naming.APP
        && others != null
        && others.any(Moment.before(at.minus(LOADING)), Moment.behind(at.plus(LOADING)))) {
      return true;
    }
    Moment moment = Moment.of(event);
    var earlier = visits.between(Moment.before(at.minus(RENDERING)), moment).descendingMap();
    var later = visits.between(moment, Moment.behind(at.plus(RENDERING)));
    return visit.naming != Naming.NOTHING
        && (isTold(visit, earlier, visit.naming)
            || (visit.naming == Naming.HOST_OF_OTHERS && isTold(visit, later, Naming.PLUGIN)));
  }

  /** Whether one of the reports does, up to the first of another page. */
  private static boolean isTold(Visit visit, NavigableMap<Moment, Visit> reports, Naming least) {
    for (Visit report : reports.values()) {
      if (!report.page.equals(visit.page)) {
        return false;
      }
      if (report.naming.compareTo(least) >= 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * The first time after a moment and before another that the actor went to another page, other
   * than one for searching; null when never.
   *
   * @param since earlier pages are not looked at: where the actor was may be unknown
   */
  @Nullable Moment firstElsewhere(Moment after, Moment before, Instant since) {
    String page = null;
    Instant first = since.isBefore(after.at()) ? since : after.at();
    for (Map.Entry<Moment, Visit> next : visits.between(Moment.before(first), before).entrySet()) {
      Visit visit = next.getValue();
      if (next.getKey().compareTo(after) > 0 && !visit.ofSearch && !visit.page.equals(page)) {
        return next.getKey();
      }
      page = visit.page;
    }
    return null;
  }
}
