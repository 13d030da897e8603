package dev.housecount.edge.backstage;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a portal's pull has come; kept between runs.
 *
 * @param notBefore until then nobody goes on: somebody else is at it, or the portal wants a pause
 * @param failures runs that failed one after another
 * @param problem the code of the last run's reason; null when it was well
 * @param completedAt when a catalog was last taken; null for never
 * @param underWay null when the next run begins a pull
 */
record PullState(
    Instant notBefore,
    int failures,
    @Nullable String problem,
    @Nullable Instant completedAt,
    @Nullable UnderWay underWay) {

  static final PullState NONE = new PullState(Instant.EPOCH, 0, null, null, null);

  /**
   * A generation that is not complete yet.
   *
   * @param kinds that are still to be read, the one at hand first
   * @param cursor within that one; null for its beginning. It can hold a person's name
   * @param pages that were taken
   */
  record UnderWay(
      String generation, Instant begun, List<String> kinds, @Nullable String cursor, int pages) {
    UnderWay {
      kinds = List.copyOf(kinds);
    }

    /** After a page that was taken, or that had nothing on it. */
    UnderWay after(@Nullable String next, int taken) {
      List<String> left = next == null ? kinds.subList(1, kinds.size()) : kinds;
      return new UnderWay(generation, begun, left, next, taken);
    }
  }

  PullState claimed(Instant until) {
    return new PullState(until, failures, problem, completedAt, underWay);
  }

  PullState pausing(Instant until, UnderWay place) {
    return new PullState(until, 0, null, completedAt, place);
  }

  PullState completed(Instant now, Instant next) {
    return new PullState(next, 0, null, now, null);
  }

  /**
   * @param place where it stands; null when nothing was begun
   */
  PullState failed(CatalogException why, @Nullable UnderWay place, Instant next) {
    UnderWay kept = why.reason().endsTheGeneration() ? null : place;
    return new PullState(next, failures + 1, why.reason().code(), completedAt, kept);
  }
}
