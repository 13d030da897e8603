package dev.housecount.rollup;

import dev.housecount.hydrate.Places;
import java.time.Instant;

/** Which reports of pages begin a visit. */
final class Visits {
  static final String ACTION = "navigate";

  private final Recent<Doer, Report> reports =
      new Recent<>(Fold.SAME_VISIT, Report::at, report -> {});
  private final Asked asked;
  private final Places places;
  private final Tally tally;

  private record Report(String page, Instant at) {}

  Visits(Asked asked, Places places, Tally tally) {
    this.asked = asked;
    this.places = places;
    this.tally = tally;
  }

  /** Takes a report that counts. */
  void take(Deed deed) {
    String page = Pages.of(deed.event().subject());
    if (begins(deed, page) && asked.has(deed.at())) {
      PageKind kind =
          Pages.kind(
              deed.event(), deed.entity(), deed.place().plugin(), places.route(deed.event()));
      tally.visit(new Visit(deed.at(), deed.who(), deed.place(), page, kind, deed.entity()));
    }
  }

  /** Only the report before tells: any other page between would be that one. */
  private boolean begins(Deed deed, String page) {
    Doer doer = deed.doer();
    if (doer == null) {
      return true;
    }
    reports.reach(deed.at());
    Report before = reports.get(doer);
    reports.touch(doer, new Report(page, deed.at()));
    return before == null || !before.page.equals(page);
  }
}
