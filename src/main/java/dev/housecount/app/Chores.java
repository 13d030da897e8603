package dev.housecount.app;

import dev.housecount.store.StoreUnavailableException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Chores that are done one after another, each when it is its time: how often this is run decides
 * how soon what is left goes on, not how often all is done. What was done when is known to this
 * instance only: a new one does all, which harms nothing. Safe for concurrent use.
 */
final class Chores {
  private static final Logger LOG = Logger.getLogger(Chores.class);

  private final List<Chore> all;
  private final Clock clock;
  private final Map<Chore, Instant> next = new HashMap<>();

  Chores(List<Chore> all, Clock clock) {
    this.all = List.copyOf(all);
    this.clock = clock;
  }

  /**
   * What became of a run.
   *
   * @param left by the names of chores, how much each has left to do
   * @param failed the names of those that failed
   * @param failure why the last of them did
   */
  record Outcome(
      List<String> left, List<String> failed, @Nullable StoreUnavailableException failure) {}

  /** Does what it is time for. A chore that fails keeps none of the others from being done. */
  synchronized Outcome run() {
    List<String> left = new ArrayList<>();
    List<String> failed = new ArrayList<>();
    StoreUnavailableException failure = null;
    for (Chore chore : all) {
      Instant begun = clock.instant();
      if (begun.isBefore(next.getOrDefault(chore, Instant.MIN))) {
        continue;
      }
      try {
        int more = chore.work().getAsInt();
        if (more > 0) {
          left.add(more + " " + chore.name());
        } else {
          next.put(chore, begun.plus(chore.every()));
        }
      } catch (StoreUnavailableException e) {
        // The template's alarm looks for this beginning.
        LOG.errorf("maintenance: %s: %s", chore.name(), e.getMessage());
        failed.add(chore.name());
        failure = e;
      }
    }
    return new Outcome(left, failed, failure);
  }
}
