package dev.housecount.app;

import dev.housecount.event.Pseudonym;
import dev.housecount.person.Holder;
import dev.housecount.sealed.Rollups;
import java.time.Instant;

/** Rollups as erasures know them; neither of the two packages knows the other. */
record RollupsHolder(Rollups rollups) implements Holder {
  @Override
  public String figure() {
    return "removedFromRollups";
  }

  @Override
  public int forget(Pseudonym person, Instant upTo) {
    return rollups.forget(person, upTo);
  }
}
