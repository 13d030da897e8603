package dev.housecount.insights;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The sets that one has to be looked at together with: nothing beyond them tells more of it. */
final class Neighbours {
  private Neighbours() {}

  /**
   * The set, those that overlap with it or with those, and the smallest around all of them that
   * overlaps with none; without what lies whole within another that overlaps with none, since the
   * figures of such a one can be subtracted: its people are taken out.
   *
   * @param shown the first contains all others
   * @param overlapping those of all of them that overlap with another
   */
  static List<BitSet> of(BitSet set, List<BitSet> shown, Set<BitSet> overlapping) {
    List<BitSet> all = new ArrayList<>(shown);
    all.add(set);
    BitSet around = around(set, shown, overlapping);
    List<BitSet> within =
        all.stream().filter(one -> !one.equals(around) && contains(around, one)).toList();
    List<BitSet> whole = within.stream().filter(one -> !overlapping.contains(one)).toList();
    List<BitSet> looked = new ArrayList<>(List.of(around));
    within.stream()
        .filter(one -> overlapping.contains(one) || one == set)
        .filter(one -> whole.stream().noneMatch(w -> !w.equals(one) && contains(w, one)))
        .forEach(looked::add);
    return looked.stream().map(one -> without(one, whole, set)).distinct().toList();
  }

  /** The smallest that contains a set and overlaps with none. */
  static BitSet around(BitSet set, List<BitSet> shown, Set<BitSet> overlapping) {
    return shown.stream()
        .filter(one -> !overlapping.contains(one) && !one.equals(set) && contains(one, set))
        .min(Comparator.comparingInt(BitSet::cardinality))
        .orElse(shown.get(0));
  }

  /** The set itself stays whole: it is the one that is asked about. */
  private static BitSet without(BitSet one, List<BitSet> whole, BitSet set) {
    BitSet rest = (BitSet) one.clone();
    whole.stream()
        .filter(part -> !part.equals(one) && !part.equals(set) && contains(one, part))
        .forEach(rest::andNot);
    return rest;
  }

  private static boolean contains(BitSet one, BitSet other) {
    BitSet rest = (BitSet) other.clone();
    rest.andNot(one);
    return rest.isEmpty();
  }
}
