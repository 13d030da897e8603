package dev.housecount.demo;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Chance that repeats itself: the same seed and names, the same numbers, wherever it runs. */
final class Dice {
  private static final long FNV_PRIME = 0x100000001b3L;

  private final SplittableRandom random;

  /**
   * @param names of what is diced for: each has a row of numbers of its own, whatever is diced
   *     elsewhere
   */
  Dice(long seed, Object... names) {
    long mixed = seed;
    for (Object name : names) {
      mixed = mixed * FNV_PRIME + '/';
      for (char c : String.valueOf(name).toCharArray()) {
        mixed = (mixed ^ c) * FNV_PRIME;
      }
    }
    this.random = new SplittableRandom(mixed);
  }

  /** From 0 to below 1. */
  double unit() {
    return (random.nextLong() >>> 11) * 0x1.0p-53;
  }

  boolean chance(double share) {
    return unit() < share;
  }

  int below(int bound) {
    return (int) (unit() * bound);
  }

  int between(int from, int to) {
    return from + below(to - from);
  }

  <T> T of(List<T> list) {
    return list.get(below(list.size()));
  }

  /** As {@link #of}, the first ones much more often. */
  <T> T early(List<T> list) {
    double unit = unit();
    return list.get((int) (unit * unit * unit * list.size()));
  }

  /** A place in a list of weights, as often as its weight says. */
  int weighted(int... weights) {
    int all = 0;
    for (int weight : weights) {
      all += weight;
    }
    int left = below(all);
    int place = 0;
    while (left >= weights[place]) {
      left -= weights[place++];
    }
    return place;
  }

  UUID uuid() {
    return new UUID(
        (random.nextLong() & ~0xf000L) | 0x4000L,
        (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L);
  }

  /** As the module gives it to an event: version 7. */
  UUID uuid(Instant at) {
    long high = (at.toEpochMilli() << 16) | 0x7000 | (random.nextLong() & 0xfff);
    return new UUID(high, (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L);
  }
}
