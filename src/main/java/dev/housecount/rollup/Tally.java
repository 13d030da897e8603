package dev.housecount.rollup;

/**
 * Counts what people did, and apart from it which templates agents and services ran. Each thing is
 * told once, when all of it is known, in no particular order.
 */
public interface Tally {
  /** Somebody visited a page. */
  default void visit(Visit visit) {}

  /** Somebody searched for something. */
  default void search(Search search) {}

  /** Somebody ran a template. */
  default void run(Run run) {}

  /** An agent or a service ran a template: nobody did. */
  default void agentRun(Run run) {}

  /** Somebody did not find a page. */
  default void miss(Miss miss) {}

  /** An event tells of a run; in the order of time. */
  default void runEvent(RunEvent event) {}

  /** A user was there. */
  default void present(Present present) {}

  /** A user did something; many times as often as anything else. */
  default void seen(Seen seen) {}
}
