package dev.housecount.insights;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether sums and differences of sets' figures can be about few people only. People that the same
 * sets contain are a cell: no combination tells them apart. A combination is about the cells in
 * which it does not cancel out.
 */
final class Combinations {
  /** More sets or steps are not looked at: what is not known to be safe is taken to reveal. */
  private static final int MOST_SETS = 120;

  private static final int MOST_STEPS = 200_000;

  private final int fewest;
  private final List<Integer> sizes = new ArrayList<>();
  private int steps;

  private Combinations(int fewest) {
    this.fewest = fewest;
  }

  /** Whether one that is not about nobody is about fewer people than allowed. */
  static boolean reveal(List<BitSet> sets, int fewest) {
    return sets.size() > MOST_SETS || new Combinations(fewest).isRevealing(sets);
  }

  private boolean isRevealing(List<BitSet> sets) {
    long[][] rows = cells(sets);
    int large = 0;
    for (int i = 0; i < sizes.size(); i++) {
      large += sizes.get(i) >= fewest ? 1 : 0;
    }
    // The combinations in which every large cell cancels out: what is left of them is in small
    // ones.
    List<long[]> left = new Matrix(rows).vanishingIn(large);
    if (left.isEmpty()) {
      return false;
    }
    long[][] checks = new Matrix(left.toArray(long[][]::new)).checks(large);
    return isAnyFew(checks, large, 0, new ArrayList<>());
  }

  /** By set and cell whether the set contains it, large cells first. */
  private long[][] cells(List<BitSet> sets) {
    Map<BitSet, Integer> cells = new HashMap<>();
    BitSet all = new BitSet();
    sets.forEach(all::or);
    all.stream()
        .forEach(
            person -> {
              BitSet in = new BitSet();
              for (int i = 0; i < sets.size(); i++) {
                in.set(i, sets.get(i).get(person));
              }
              cells.merge(in, 1, Integer::sum);
            });
    List<Map.Entry<BitSet, Integer>> sorted =
        cells.entrySet().stream().sorted((a, b) -> b.getValue() - a.getValue()).toList();
    long[][] rows = new long[sets.size()][sorted.size()];
    for (int cell = 0; cell < sorted.size(); cell++) {
      sizes.add(sorted.get(cell).getValue());
      for (int i = 0; i < sets.size(); i++) {
        rows[i][cell] = sorted.get(cell).getKey().get(i) ? 1 : 0;
      }
    }
    return rows;
  }

  /**
   * Whether some small cells together have too few people and a combination of their own: then, and
   * only then, the columns of the checks depend on each other there.
   */
  private boolean isAnyFew(long[][] checks, int cell, int people, List<long[]> chosen) {
    for (int i = cell; i < sizes.size(); i++) {
      if (people + sizes.get(i) >= fewest) {
        continue;
      }
      if (++steps > MOST_STEPS) {
        return true;
      }
      List<long[]> more = new ArrayList<>(chosen);
      more.add(column(checks, i - (sizes.size() - checks[0].length)));
      if (Matrix.rank(more) < more.size() || isAnyFew(checks, i + 1, people + sizes.get(i), more)) {
        return true;
      }
    }
    return false;
  }

  private static long[] column(long[][] checks, int index) {
    long[] column = new long[checks.length];
    for (int row = 0; row < checks.length; row++) {
      column[row] = checks[row][index];
    }
    return column;
  }
}
