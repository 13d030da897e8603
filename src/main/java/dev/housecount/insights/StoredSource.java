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
import java.util.HashSet;
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
      Set<Part> parts = new HashSet<>(asked.parts());
      if (parts.remove(Part.RUNS)) {
        Asked runs = asked.about(asked.from(), asked.to(), Set.of(Part.RUNS));
        sealed().tellRuns(runs, unsealed::check, tally).forEach(rest -> tellRuns(rest, sparing));
      }
      if (!parts.isEmpty()) {
        read(asked, parts, sparing);
      }
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
      Asked sealable = asked.about(asked.from(), asked.to(), parts);
      for (Asked gap : sealed().tell(sealable, unsealed::check, tally)) {
        unsealed.tell(gap, tally);
      }
    }

    /** Runs are made of events, which may be a day before the range and long after it. */
    private void tellRuns(Asked asked, Tally sparing) {
      RunEvents events = new RunEvents(sparing);
      Runs runs = new Runs(asked, sparing);
      read(asked.from().minus(Fold.SAME_RUN), asked.to(), asked, events);
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
