package dev.housecount.insights;

import dev.housecount.rollup.Asked;
import dev.housecount.rollup.Fold;
import dev.housecount.rollup.Part;
import dev.housecount.rollup.RunEvents;
import dev.housecount.rollup.Runs;
import dev.housecount.rollup.Tally;
import dev.housecount.sealed.Rollups;
import dev.housecount.sealed.Sealed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what is sealed, and live what is not: within one budget. */
public final class StoredSource implements ActivitySource {
  /** How far an event may be ahead of our clock. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private final Rollups rollups;
  private final LiveSource live;
  private final Clock clock;

  public StoredSource(Rollups rollups, LiveSource live, Clock clock) {
    this.rollups = rollups;
    this.live = live;
    this.clock = clock;
  }

  @Override
  public Reading open() {
    return new StoredReading(live.open());
  }

  private final class StoredReading implements Reading {
    private final LiveSource.LiveReading unsealed;
    private @Nullable Sealed sealed;

    StoredReading(LiveSource.LiveReading unsealed) {
      this.unsealed = unsealed;
    }

    @Override
    public void tell(Asked asked, Tally tally) {
      Tally sparing = sealed().without(tally);
      if (!asked.parts().contains(Part.RUNS)) {
        read(asked, asked.parts(), sparing);
        return;
      }
      Set<Part> others = EnumSet.copyOf(asked.parts());
      others.remove(Part.RUNS);
      Instant reached = asked.from();
      Asked runs = asked.about(asked.from(), asked.to(), Set.of(Part.RUNS));
      for (Asked rest : sealed().tellRuns(runs, unsealed::check, sparing)) {
        read(asked.about(reached, rest.from(), others), others, sparing);
        tellWithRuns(rest, others, sparing);
        reached = rest.to();
      }
      read(asked.about(reached, asked.to(), others), others, sparing);
    }

    private Sealed sealed() {
      Sealed known = sealed;
      if (known == null) {
        known = rollups.open();
        sealed = known;
      }
      return known;
    }

    private void read(Asked asked, Set<Part> parts, Tally tally) {
      if (parts.isEmpty() || !asked.from().isBefore(asked.to())) {
        return;
      }
      Asked sealable = asked.about(asked.from(), asked.to(), parts);
      for (Asked gap : sealed().tell(sealable, unsealed::check, tally)) {
        unsealed.tell(gap, tally);
      }
    }

    /**
     * Runs are made of events, which may be a day before the range and long after it. Those of the
     * range are read with all else that is asked for: once.
     */
    private void tellWithRuns(Asked asked, Set<Part> others, Tally sparing) {
      Set<Part> parts = EnumSet.of(Part.RUN_EVENTS);
      parts.addAll(others);
      RunEvents events = new RunEvents(sparing);
      read(asked.from().minus(Fold.SAME_RUN), asked.from(), asked, events);
      read(asked, parts, events);
      Runs runs = new Runs(asked, sparing);
      events.handTo(runs);
      Instant reached = asked.to();
      while (!runs.isComplete(reached) && reached.isBefore(clock.instant().plus(AHEAD))) {
        read(reached, reached.plus(Fold.SAME_RUN), asked, events);
        events.handTo(runs);
        reached = reached.plus(Fold.SAME_RUN);
      }
      runs.finish();
    }

    private void read(Instant from, Instant to, Asked asked, Tally tally) {
      Set<Part> parts = Set.of(Part.RUN_EVENTS);
      read(new Asked(from, to, asked.portals(), parts), parts, tally);
    }

    @Override
    public double units() {
      return unsealed.units();
    }
  }
}
