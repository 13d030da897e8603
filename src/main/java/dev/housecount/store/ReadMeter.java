package dev.housecount.store;

/** Tells what reading costs. */
@FunctionalInterface
public interface ReadMeter {
  /** Of a store that costs nothing. */
  ReadMeter NONE = () -> 0;

  /**
   * The read units that this thread's calls have cost so far: two times tell of what is between.
   */
  double units();
}
