package dev.housecount.insights;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A sum of unknowns with factors, modulo a prime: what is 0 with fractions is 0 here. The other way
 * round that holds but for determinants that the prime divides, which zeros and ones do not have in
 * practice.
 */
final class Form {
  private static final long PRIME = 2_147_483_647L;

  private final int[] unknowns;
  private final long[] factors;
  private final int hash;

  private Form(int[] unknowns, long[] factors) {
    this.unknowns = unknowns;
    this.factors = factors;
    this.hash = 31 * Arrays.hashCode(unknowns) + Arrays.hashCode(factors);
  }

  /**
   * @param unknowns ascending, each once
   */
  static Form sum(int... unknowns) {
    long[] factors = new long[unknowns.length];
    Arrays.fill(factors, 1);
    return new Form(unknowns, factors);
  }

  boolean isZero() {
    return unknowns.length == 0;
  }

  int size() {
    return unknowns.length;
  }

  /** Those whose factor is not 0, ascending. */
  IntStream unknowns() {
    return Arrays.stream(unknowns);
  }

  /** Of those that it has. */
  int last() {
    return unknowns[unknowns.length - 1];
  }

  /** 0 for one that it does not have. */
  long factor(int unknown) {
    int at = Arrays.binarySearch(unknowns, unknown);
    return at < 0 ? 0 : factors[at];
  }

  /** The multiple of which an unknown that it has has the factor 1. */
  Form scaled(int unknown) {
    long factor = factor(unknown);
    if (factor == 1) {
      return this;
    }
    long inverse = inverse(factor);
    long[] scaled = Arrays.stream(factors).map(one -> one * inverse % PRIME).toArray();
    return new Form(unknowns, scaled);
  }

  /** Without a multiple of another one. */
  Form minus(Form other, long times) {
    int[] names = new int[unknowns.length + other.unknowns.length];
    long[] values = new long[names.length];
    int size = 0;
    int i = 0;
    int j = 0;
    while (i < unknowns.length || j < other.unknowns.length) {
      int mine = i < unknowns.length ? unknowns[i] : Integer.MAX_VALUE;
      int its = j < other.unknowns.length ? other.unknowns[j] : Integer.MAX_VALUE;
      long value = mine <= its ? factors[i++] : 0;
      if (its <= mine) {
        value = Math.floorMod(value - other.factors[j++] * times % PRIME, PRIME);
      }
      if (value != 0) {
        names[size] = Math.min(mine, its);
        values[size++] = value;
      }
    }
    return new Form(Arrays.copyOf(names, size), Arrays.copyOf(values, size));
  }

  /** By Fermat's little theorem. */
  private static long inverse(long value) {
    long result = 1;
    long base = value;
    for (long exponent = PRIME - 2; exponent > 0; exponent >>= 1) {
      result = (exponent & 1) == 1 ? result * base % PRIME : result;
      base = base * base % PRIME;
    }
    return result;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Form form
        && hash == form.hash
        && Arrays.equals(unknowns, form.unknowns)
        && Arrays.equals(factors, form.factors);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** Compares what sums of different unknowns are made of. */
  static int compare(Form one, Form other) {
    return Arrays.compare(one.unknowns, other.unknowns);
  }
}
