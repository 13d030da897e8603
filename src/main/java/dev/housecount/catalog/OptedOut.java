package dev.housecount.catalog;

import dev.housecount.event.Pseudonym;
import java.util.Set;

/** Who opted out, so that the catalog counts and keeps nothing of them. */
@FunctionalInterface
public interface OptedOut {
  /** Where nobody can. */
  OptedOut NOBODY = Set::of;

  /**
   * Under the newest key.
   *
   * @throws dev.housecount.store.StoreUnavailableException when it cannot be told
   */
  Set<Pseudonym> now();
}
