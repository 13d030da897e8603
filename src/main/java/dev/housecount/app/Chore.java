package dev.housecount.app;

import java.time.Duration;
import java.util.function.IntSupplier;

/**
 * Work that is done again and again, in parts that fit the time left.
 *
 * @param name as logs say it
 * @param every how long it waits once nothing is left to do; zero for every run
 * @param work returns how much is left to do, 0 when nothing is; throws {@link
 *     dev.housecount.store.StoreUnavailableException} with what to do about it when it cannot go on
 */
record Chore(String name, Duration every, IntSupplier work) {
  static Chore hourly(String name, IntSupplier work) {
    return new Chore(name, Duration.ofHours(1), work);
  }

  /**
   * For what costs nothing while there is nothing to do, or minds by itself how often it is done.
   */
  static Chore always(String name, IntSupplier work) {
    return new Chore(name, Duration.ZERO, work);
  }
}
