package dev.housecount.edge.backstage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the pull of a portal's catalog goes, as this server saw it last. No names.
 *
 * @param completedAt when a catalog was last taken; null for never
 * @param problem the code of the last run's {@link CatalogException.Reason}; null when it was well
 * @param countedThere how many people the portal's catalog itself counts by the total-users filter;
 *     -1 for unknown
 * @param countedHere how many of the pulled ones the filter takes; -1 for unknown
 */
public record PullReport(
    @Nullable Instant completedAt, @Nullable String problem, int countedThere, int countedHere) {
  static final PullReport NONE = new PullReport(null, null, -1, -1);
}
