package dev.housecount.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a portal's catalog.
 *
 * @param asOf when the newest generation was completed; null before the first
 * @param entities of all kinds, people and groups among them
 * @param kinds entities by their kind in lower case, in the order of the kinds
 * @param users people that the catalog knows and who did not opt out
 * @param totalUsers those of them whom the total-users filter takes
 * @param groups shown or not
 * @param source how the newest generation came; null before the first
 * @param problems for whoever looks after the catalog; name no person
 */
public record CatalogStatus(
    @Nullable Instant asOf,
    int entities,
    Map<String, Integer> kinds,
    int users,
    int totalUsers,
    int groups,
    @Nullable Source source,
    List<String> problems) {
  public CatalogStatus {
    problems = List.copyOf(problems);
  }

  /** How a generation comes. */
  public enum Source {
    /** Sent by the portal. */
    PUSH,
    /** Fetched from the portal. */
    PULL
  }
}
