package dev.housecount.sealed;

import dev.housecount.rollup.Relay;
import dev.housecount.rollup.Tally;
import dev.housecount.rollup.Who;
import java.time.Instant;

/** Leaves out what people did who were erased, while their events may still be found. */
final class Sparing extends Relay {
  private final Forgotten forgotten;

  Sparing(Forgotten forgotten, Tally tally) {
    super(tally);
    this.forgotten = forgotten;
  }

  @Override
  protected boolean counts(Who who, Instant at) {
    return !forgotten.has(who, at);
  }
}
