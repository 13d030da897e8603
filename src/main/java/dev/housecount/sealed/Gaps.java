package dev.housecount.sealed;

import dev.housecount.rollup.Asked;
import dev.housecount.rollup.Part;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What segments leave of what is asked for. They are passed in the order of time. Between two
 * segments nothing was done: whoever sealed the second one has looked, and what came later was
 * noted and has one of its own.
 */
final class Gaps {
  private final Asked asked;
  private final Marks.Range sealed;
  private final List<Asked> gaps = new ArrayList<>();
  private Instant reached;

  /**
   * @param sealed from the begin of the first segment around to the end of the last one
   */
  Gaps(Asked asked, Marks.Range sealed) {
    this.asked = asked;
    this.sealed = sealed;
    this.reached = asked.from();
  }

  /** Passes a segment that tells all but some parts. */
  void pass(Segment segment, Set<Part> missing) {
    unsealed(segment.from());
    Instant from = segment.from().isAfter(reached) ? segment.from() : reached;
    add(from, segment.to().isBefore(asked.to()) ? segment.to() : asked.to(), missing);
    reached = segment.to();
  }

  /** With all behind the last segment. */
  List<Asked> all() {
    unsealed(asked.to());
    return gaps;
  }

  private void unsealed(Instant to) {
    add(reached, sealed.from().isBefore(to) ? sealed.from() : to, asked.parts());
    add(sealed.to().isAfter(reached) ? sealed.to() : reached, to, asked.parts());
  }

  /** What there is so far. */
  List<Asked> found() {
    return gaps;
  }

  /** Adds some parts of a time behind all others. */
  void add(Instant from, Instant to, Set<Part> parts) {
    if (parts.isEmpty() || !from.isBefore(to)) {
      return;
    }
    Asked last = gaps.isEmpty() ? null : gaps.get(gaps.size() - 1);
    if (last != null && last.to().equals(from) && last.parts().equals(parts)) {
      gaps.remove(last);
      gaps.add(asked.about(last.from(), to, parts));
    } else {
      gaps.add(asked.about(from, to, parts));
    }
  }
}
