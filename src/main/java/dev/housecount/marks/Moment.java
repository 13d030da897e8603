package dev.housecount.marks;

import dev.housecount.event.HydratedEvent;
import java.time.Instant;
import java.util.Comparator;

/**
 * When an actor did something: time, then the order in which it was sent, then whatever tells two
 * events apart, always the same way.
 */
record Moment(Instant at, int place, String what) implements Comparable<Moment> {
  private static final Comparator<Moment> ORDER =
      Comparator.comparing(Moment::at).thenComparingInt(Moment::place).thenComparing(Moment::what);

  static Moment of(HydratedEvent event) {
    return new Moment(
        event.event().time().at(),
        event.event().time().place(),
        event.event().id().value() + '\n' + event.event().subject());
  }

  /** Before all that happened at that time. */
  static Moment before(Instant at) {
    return new Moment(at, -1, "");
  }

  /** Behind all that happened at that time. */
  static Moment behind(Instant at) {
    return before(at.plusNanos(1));
  }

  /** Behind all of which it is not known whether it was sent before this. */
  Moment beyondTies() {
    return new Moment(at, place + 1, "");
  }

  @Override
  public int compareTo(Moment other) {
    return ORDER.compare(this, other);
  }
}
