package dev.housecount.sealed;

import dev.housecount.rollup.Part;
import dev.housecount.rollup.Present;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Things of one kind, kept together: what a report does not need is not read. */
enum Section {
  PRESENCE(Part.PRESENCE, Present.QUARTER),
  PLACES(Part.PLACES, Duration.ofSeconds(1)),
  VISITS(Part.VISITS, Duration.ofSeconds(1)),
  MISSES(Part.MISSES, Duration.ofSeconds(1)),
  SEARCHES(Part.SEARCHES, Duration.ofMillis(1)),
  RUNS(Part.RUN_EVENTS, Duration.ofMillis(1));

  private final Part part;
  private final long millis;

  Section(Part part, Duration precision) {
    this.part = part;
    this.millis = precision.toMillis();
  }

  /** What is told of it. */
  Part part() {
    return part;
  }

  /** A moment as rows have it. */
  long time(Instant at) {
    return Math.floorDiv(at.toEpochMilli(), millis);
  }

  /** When a row's moment began. */
  Instant at(long time) {
    return Instant.ofEpochMilli(time * millis);
  }

  /** The partition of a portal's records. */
  String partition(String portal) {
    return name().toLowerCase(Locale.ROOT) + "#" + portal;
  }
}
