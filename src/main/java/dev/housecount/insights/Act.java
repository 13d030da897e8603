package dev.housecount.insights;

import dev.housecount.event.EntityRef;
import dev.housecount.rollup.Miss;
import dev.housecount.rollup.Run;
import dev.housecount.rollup.Search;
import dev.housecount.rollup.Seen;
import dev.housecount.rollup.Visit;
import dev.housecount.rollup.Who;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What filters look at, whatever was done. */
record Act(
    Instant at, Who who, @Nullable String plugin, @Nullable EntityRef entity, String action) {
  static Act of(Visit visit) {
    return new Act(visit.at(), visit.who(), visit.place().plugin(), visit.entity(), "navigate");
  }

  static Act of(Search search) {
    return new Act(search.at(), search.who(), search.place().plugin(), null, search.action());
  }

  /** A run is told of by the portal's action, also where only the backend tells. */
  static Act of(Run run) {
    return new Act(run.at(), run.who(), run.place().plugin(), run.template(), "create");
  }

  static Act of(Miss miss) {
    return new Act(miss.at(), miss.who(), miss.place().plugin(), miss.entity(), "not-found");
  }

  static Act of(Seen seen) {
    return new Act(seen.at(), seen.who(), seen.place().plugin(), seen.entity(), seen.action());
  }
}
