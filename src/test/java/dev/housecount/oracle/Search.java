package dev.housecount.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A search, by all the times that it was asked, and what was opened of its results. */
record Search(List<Seen> asked, List<Seen> opened) {
  private static final Duration SAME = Duration.ofMinutes(30);
  private static final Duration OPENING = Duration.ofMinutes(5);

  /**
   * @param events in the order of time; a repetition says what it found, too, though it does not
   *     count
   */
  static List<Search> of(List<Seen> events) {
    List<Search> searches = new ArrayList<>();
    for (Seen event : events) {
      boolean repeated = "repeated_search".equals(event.mark());
      if (event.isSearch() && (event.isCounted() || repeated)) {
        Search same = last(searches, event);
        if (same == null) {
          same = new Search(new ArrayList<>(), new ArrayList<>());
          searches.add(same);
        }
        same.asked.add(event);
      } else if (event.action().equals("discover") && event.isCounted()) {
        open(searches, event);
      }
    }
    return searches;
  }

  private static Search last(List<Search> searches, Seen event) {
    for (int i = searches.size() - 1; i >= 0; i--) {
      Seen before = searches.get(i).last();
      if (before.actor().equals(event.actor())
          && before.action().equals(event.action())
          && before.term().equals(event.term())
          && !event.at().isAfter(before.at().plus(SAME))) {
        return searches.get(i);
      }
    }
    return null;
  }

  /** Of the actor's search that was asked last, if that is less than five minutes ago. */
  private static void open(List<Search> searches, Seen discover) {
    Search latest = null;
    for (Search search : searches) {
      boolean own = search.last().actor().equals(discover.actor());
      if (own && (latest == null || !search.last().at().isBefore(latest.last().at()))) {
        latest = search;
      }
    }
    if (latest != null && !discover.at().isAfter(latest.last().at().plus(OPENING))) {
      latest.opened.add(discover);
    }
  }

  private Seen last() {
    return asked.get(asked.size() - 1);
  }

  Seen first() {
    return asked.get(0);
  }

  Instant at() {
    return first().at();
  }

  boolean isProductive() {
    return asked.stream().anyMatch(event -> event.results() != null && event.results() > 0);
  }

  boolean isUnknown() {
    return asked.stream().allMatch(event -> event.results() == null);
  }

  boolean isZero() {
    return !isProductive() && !isUnknown();
  }
}
