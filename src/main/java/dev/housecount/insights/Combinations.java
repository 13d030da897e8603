package dev.housecount.insights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds sets to hide, so that no sum of multiples of the others' figures is about few people only.
 *
 * <p>The unknowns are the sets' factors in such a combination. A cell of enough people must come to
 * 0 in it: an equation that replaces an unknown, whereby cells fall together and become large. What
 * is left of the unknowns at the end is all that could reveal. RATIONALE.md has why that is safe.
 */
final class Combinations {
  /** Steps; what is not known to be safe after as many is hidden. */
  private static final long MOST_WORK = 30_000_000;

  private final int fewest;
  private final long mostWork;
  private final Cells cells;
  private final Form[] factors;
  private final List<BitSet> setsByUnknown = new ArrayList<>();
  private long work;

  private Combinations(List<BitSet> sets, int fewest, long mostWork) {
    this.fewest = fewest;
    this.mostWork = mostWork;
    cells = new Cells(sets.size(), fewest);
    factors = new Form[sets.size()];
    for (int set = 0; set < factors.length; set++) {
      factors[set] = Form.sum(set);
      setsByUnknown.add(new BitSet());
      setsByUnknown.get(set).set(set);
    }
    sums(sets).entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Form::compare))
        .forEach(cell -> cells.add(cell.getKey(), cell.getValue()));
  }

  /**
   * By their places.
   *
   * @param sets of people, largest first and each once; the first contains all others, is no few
   *     people and is never hidden
   */
  static BitSet revealing(List<BitSet> sets, int fewest) {
    return revealing(sets, fewest, MOST_WORK);
  }

  /** The same within other limits. */
  static BitSet revealing(List<BitSet> sets, int fewest, long mostWork) {
    return new Combinations(sets, fewest, mostWork).hidden();
  }

  /** How many people are in the same sets. */
  private static Map<Form, Integer> sums(List<BitSet> sets) {
    int people = sets.get(0).length();
    int[][] in = new int[people][4];
    int[] sizes = new int[people];
    for (int set = 0; set < sets.size(); set++) {
      BitSet members = sets.get(set);
      for (int one = members.nextSetBit(0); one >= 0; one = members.nextSetBit(one + 1)) {
        if (sizes[one] == in[one].length) {
          in[one] = Arrays.copyOf(in[one], 2 * sizes[one]);
        }
        in[one][sizes[one]++] = set;
      }
    }
    Map<Form, Integer> sums = new HashMap<>();
    for (int one = 0; one < people; one++) {
      sums.merge(Form.sum(Arrays.copyOf(in[one], sizes[one])), 1, Integer::sum);
    }
    return sums;
  }

  private BitSet hidden() {
    BitSet hidden = new BitSet();
    settle();
    while (!cells.isEmpty() && !isTooMuch()) {
      separate();
      if (!hideRevealed(hidden) && !isMoreKnown()) {
        hide(smallest(all()), hidden);
      }
    }
    return cells.isEmpty() ? hidden : undecided(hidden);
  }

  private boolean isTooMuch() {
    return work + cells.work() > mostWork;
  }

  /** Every unknown that cells have is now a combination of its own; some are about few people. */
  private boolean hideRevealed(BitSet hidden) {
    boolean any = false;
    for (int unknown = factors.length - 1; unknown >= 0 && !isTooMuch(); unknown--) {
      if (cells.has(unknown) && cells.people(unknown) < fewest) {
        hide(smallest(withUnknown(unknown)), hidden);
        any = true;
      }
    }
    return any;
  }

  private void hide(int set, BitSet hidden) {
    if (set == 0) { // what is left is not known to be safe
      hidden.set(1, factors.length);
      work = mostWork + 1;
      return;
    }
    hidden.set(set);
    vanish(factors[set]);
    settle();
  }

  /** Where it is not one cell that is large, several may be together. */
  private boolean isMoreKnown() {
    List<Form> abundant = cells.abundant();
    for (Form cell : abundant) {
      if (cells.has(cell)) {
        replace(cell.last(), cell);
      }
    }
    settle();
    return !abundant.isEmpty();
  }

  /** What a combination about few people may have beside those. */
  private BitSet undecided(BitSet hidden) {
    for (int set = 1; set < factors.length; set++) {
      if (!factors[set].isZero()) {
        hidden.set(set);
      }
    }
    return hidden;
  }

  private void settle() {
    for (Form large = cells.large(); large != null && !isTooMuch(); large = cells.large()) {
      replace(large.last(), large);
    }
  }

  /**
   * Names the unknowns anew: those that cells have are then independent, each all that is told of
   * some cell, a large one where possible.
   */
  private void separate() {
    BitSet own = new BitSet();
    boolean again = true;
    while (again && !isTooMuch()) {
      again = false;
      for (Form cell : cells.largestFirst()) {
        work++;
        again |= !cells.has(cell);
        if (cells.has(cell)) {
          cell.unknowns().filter(one -> !own.get(one)).max().ifPresent(one -> name(cell, one, own));
        }
      }
    }
  }

  private void name(Form cell, int unknown, BitSet own) {
    own.set(unknown);
    if (cell.size() > 1) {
      replace(unknown, cell.scaled(unknown).minus(Form.sum(unknown), 1));
    }
  }

  /**
   * Of some sets that a revealing combination may have. One that others' figures add up to, which
   * shows in an unknown that no cell has, is worth hiding only where there is no other. 0 where
   * there is none.
   */
  private int smallest(BitSet among) {
    int any = 0;
    for (int set = among.length() - 1; set > 0; set = among.previousSetBit(set - 1)) {
      work++;
      if (factors[set].unknowns().anyMatch(cells::has)) {
        if (factors[set].unknowns().allMatch(cells::has)) {
          return set;
        }
        any = any == 0 ? set : any;
      }
    }
    return any;
  }

  private BitSet withUnknown(int unknown) {
    BitSet sets = (BitSet) setsByUnknown.get(unknown).clone();
    sets.stream().filter(set -> factors[set].factor(unknown) == 0).forEach(sets::clear);
    return sets;
  }

  private BitSet all() {
    BitSet sets = new BitSet();
    sets.set(0, factors.length);
    return sets;
  }

  private void vanish(Form factor) {
    int unknown =
        factor.unknowns().filter(one -> !cells.has(one)).findFirst().orElse(factor.last());
    replace(unknown, factor.scaled(unknown));
  }

  /** Takes as much of a form from each as the unknown is in it. */
  private void replace(int unknown, Form less) {
    cells.replace(unknown, less);
    BitSet sets = withUnknown(unknown);
    setsByUnknown.get(unknown).clear();
    setsByUnknown.get(unknown).or(sets);
    less.unknowns().forEach(one -> setsByUnknown.get(one).or(sets));
    for (int set = sets.nextSetBit(0); set >= 0; set = sets.nextSetBit(set + 1)) {
      work += factors[set].size() + less.size();
      factors[set] = factors[set].minus(less, factors[set].factor(unknown));
    }
  }
}
