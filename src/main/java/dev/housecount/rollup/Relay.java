package dev.housecount.rollup;

import java.time.Instant;

/** Hands on what it is told, or some of it. */
public class Relay implements Tally {
  private final Tally tally;

  public Relay(Tally tally) {
    this.tally = tally;
  }

  /** Whether what somebody did then is handed on. */
  protected boolean counts(Who who, Instant at) {
    return true;
  }

  @Override
  public void visit(Visit visit) {
    if (counts(visit.who(), visit.at())) {
      tally.visit(visit);
    }
  }

  @Override
  public void search(Search search) {
    if (counts(search.who(), search.at())) {
      tally.search(search);
    }
  }

  @Override
  public void run(Run run) {
    if (counts(run.who(), run.at())) {
      tally.run(run);
    }
  }

  @Override
  public void agentRun(Run run) {
    if (counts(run.who(), run.at())) {
      tally.agentRun(run);
    }
  }

  @Override
  public void miss(Miss miss) {
    if (counts(miss.who(), miss.at())) {
      tally.miss(miss);
    }
  }

  @Override
  public void runEvent(RunEvent event) {
    if (counts(event.who(), event.at())) {
      tally.runEvent(event);
    }
  }

  @Override
  public void present(Present present) {
    if (counts(present.who(), present.at())) {
      tally.present(present);
    }
  }

  @Override
  public void seen(Seen seen) {
    if (counts(seen.who(), seen.at())) {
      tally.seen(seen);
    }
  }
}
