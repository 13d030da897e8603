package dev.housecount.rollup;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Who was there in which quarter of an hour, each told once. */
final class Presence {
  private final Tally tally;
  private final Set<Who> there = new HashSet<>();
  private Instant quarter = Instant.MIN;

  Presence(Tally tally) {
    this.tally = tally;
  }

  /** Takes the next thing that a user did. */
  void take(Deed deed) {
    Instant at = Present.quarter(deed.at());
    if (!at.equals(quarter)) {
      there.clear();
      quarter = at;
    }
    if (there.add(deed.who())) {
      tally.present(new Present(at, deed.who()));
    }
  }
}
