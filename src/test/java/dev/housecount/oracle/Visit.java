package dev.housecount.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A visit, by its first report. */
record Visit(Seen first) {
  private static final Duration SAME = Duration.ofMinutes(30);

  /**
   * Again to the same page, within 30 minutes of the last report of it, by the same actor and with
   * no other page between, is the same visit.
   *
   * @param counted in the order of time
   */
  static List<Visit> of(List<Seen> counted) {
    List<Visit> visits = new ArrayList<>();
    Map<String, Seen> last = new HashMap<>();
    for (Seen event : counted) {
      if (event.action().equals("navigate")) {
        Seen before = last.put(event.actor(), event);
        boolean same =
            before != null
                && before.page().equals(event.page())
                && !event.at().isAfter(before.at().plus(SAME));
        if (!same) {
          visits.add(new Visit(event));
        }
      }
    }
    return visits;
  }

  Instant at() {
    return first.at();
  }

  private boolean isBelow(String route) {
    return first.page().startsWith(route) && first.entity() != null;
  }

  boolean isOfEntityPage() {
    return isBelow("/catalog/");
  }

  boolean isOfDocs() {
    return isBelow("/docs/");
  }

  boolean isOfForm() {
    return isBelow("/create/templates/");
  }
}
