package dev.housecount.collect;

import dev.housecount.event.Pseudonym;

/** Is told whose events are about to be stored. */
@FunctionalInterface
public interface UserListener {
  /** Takes note of nobody. */
  UserListener NONE = (user, ref) -> {};

  /**
   * Called for each user of a batch once, before anything of the batch is stored.
   *
   * @param ref the user as the sender named it: personal data
   * @throws dev.housecount.store.StoreUnavailableException fails the batch, which its sender then
   *     repeats
   */
  void seen(Pseudonym user, String ref);
}
