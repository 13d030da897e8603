package dev.housecount.insights;

import dev.housecount.rollup.Asked;
import dev.housecount.rollup.Fold;
import dev.housecount.rollup.Part;
import dev.housecount.rollup.Relay;
import dev.housecount.rollup.RunEvent;
import dev.housecount.rollup.Runs;
import dev.housecount.rollup.Tally;
import dev.housecount.sealed.Rollups;
import dev.housecount.sealed.Sealed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
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
      if (asked.parts().contains(Part.RUNS)) {
        tellWithRuns(asked, sparing);
      } else {
        read(asked, asked.parts(), sparing);
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
    private void tellWithRuns(Asked asked, Tally tally) {
      Set<Part> parts = EnumSet.copyOf(asked.parts());
      parts.remove(Part.RUNS);
      parts.add(Part.RUN_EVENTS);
      Events events = new Events(tally);
      Tally sparing = sealed().without(events);
      read(asked.from().minus(Fold.SAME_RUN), asked.from(), asked, sparing);
      read(asked, parts, sparing);
      Runs runs = new Runs(asked, tally);
      events.handTo(runs);
      Instant reached = asked.to();
      while (!runs.isComplete(reached) && reached.isBefore(clock.instant().plus(AHEAD))) {
        read(reached, reached.plus(Fold.SAME_RUN), asked, sparing);
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

  /** Takes down events of runs, and hands on the rest. */
  private static final class Events extends Relay {
    private final List<RunEvent> events = new ArrayList<>();

    Events(Tally tally) {
      super(tally);
    }

    @Override
    public void runEvent(RunEvent event) {
      events.add(event);
    }

    /** In the order of time; those of one moment come from one reading, in their order. */
    void handTo(Runs runs) {
      events.sort(Comparator.comparing(RunEvent::at));
      events.forEach(runs::take);
      events.clear();
    }
  }
}
