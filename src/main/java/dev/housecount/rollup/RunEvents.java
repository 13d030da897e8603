package dev.housecount.rollup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Takes down events of runs, and hands on the rest. Not for concurrent use. */
public final class RunEvents extends Relay {
  private final List<RunEvent> events = new ArrayList<>();

  public RunEvents(Tally tally) {
    super(tally);
  }

  @Override
  public void runEvent(RunEvent event) {
    events.add(event);
  }

  /** In the order of time; those of one moment come from one reading, in their order. */
  public void handTo(Runs runs) {
    events.sort(Comparator.comparing(RunEvent::at));
    events.forEach(runs::take);
    events.clear();
  }
}
