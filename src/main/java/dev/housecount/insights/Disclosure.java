package dev.housecount.insights;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which groups' figures may be shown beside each other, so that whoever knows the members cannot
 * add and subtract them to a figure about fewer people than allowed. Decided by members alone: who
 * was active changes nothing. RATIONALE.md has the rule.
 *
 * @param <G> what names a group
 */
final class Disclosure<G> {
  /** Sets that are looked at for one decision and another; beyond that teams are hidden. */
  private static final long MOST_LOOKED = 2_000_000;

  private final int fewest;
  private final List<BitSet> shown = new ArrayList<>();

  /** By the place of a shown set: how many of its members are in none of the shown ones within. */
  private final List<Integer> rests = new ArrayList<>();

  private final List<List<Integer>> setsOf = new ArrayList<>();
  private final Set<G> groups = new HashSet<>();
  private final boolean everybody;

  /** Those of the shown sets that have a part only in common with another one. */
  private final Set<BitSet> overlapping = new HashSet<>();

  /** Those, and the smallest around each that overlaps with none. */
  private final Set<BitSet> knotted = new HashSet<>();

  private long looked;

  /**
   * @param everybody all that a figure without a group is about
   * @param members of each group; those who are not in everybody do not count
   * @param fewest people that a figure may be about
   */
  <P> Disclosure(Collection<P> everybody, Map<G, Set<P>> members, int fewest) {
    this.fewest = fewest;
    Map<P, Integer> numbers = new HashMap<>();
    everybody.forEach(person -> numbers.putIfAbsent(person, numbers.size()));
    numbers.keySet().forEach(person -> setsOf.add(new ArrayList<>()));
    BitSet all = new BitSet();
    all.set(0, numbers.size());
    this.everybody = isShowable(numbers.size());
    if (this.everybody && !all.isEmpty()) {
      show(all);
    }
    members.entrySet().stream()
        .map(entry -> Map.entry(entry.getKey(), numbered(entry.getValue(), numbers)))
        .sorted(
            Comparator.<Map.Entry<G, BitSet>>comparingInt(entry -> -entry.getValue().cardinality())
                .thenComparing(entry -> String.valueOf(entry.getKey())))
        .filter(entry -> isTaken(entry.getValue()))
        .forEach(entry -> groups.add(entry.getKey()));
  }

  /** Whether the figures of all people may be shown. */
  boolean showsEverybody() {
    return everybody;
  }

  /** Whether the figures of a group may be shown. */
  boolean shows(G group) {
    return groups.contains(group);
  }

  private static <P> BitSet numbered(Collection<P> people, Map<P, Integer> numbers) {
    BitSet set = new BitSet();
    for (P person : people) {
      Integer number = numbers.get(person);
      if (number != null) {
        set.set(number);
      }
    }
    return set;
  }

  /** A figure about nobody says nothing of anybody. */
  private boolean isShowable(int people) {
    return people == 0 || people >= fewest;
  }

  /** Largest first, so that whatever contains the set has been decided. */
  private boolean isTaken(BitSet set) {
    if (!everybody || !isShowable(set.cardinality())) {
      return false;
    }
    int[] common = common(set);
    int container = -1;
    Set<BitSet> cut = new HashSet<>();
    for (int i = 0; i < common.length; i++) {
      if (common[i] == set.cardinality()) {
        container = i; // later ones are smaller
      } else if (common[i] > 0) {
        cut.add(shown.get(i));
      }
    }
    if (set.isEmpty() || shown.get(container).equals(set)) {
      return true;
    }
    if (!cut.isEmpty() || knotted.contains(shown.get(container))) {
      return isTakenAmongOverlapping(set, cut);
    }
    int rest = rests.get(container) - set.cardinality();
    if (!isShowable(rest)) {
      return false;
    }
    rests.set(container, rest);
    show(set);
    return true;
  }

  private boolean isTakenAmongOverlapping(BitSet set, Set<BitSet> cut) {
    Set<BitSet> all = new HashSet<>(overlapping);
    if (!cut.isEmpty()) {
      all.addAll(cut);
      all.add(set);
    }
    looked += (long) shown.size() * (all.size() + 1);
    if (looked > MOST_LOOKED || Combinations.reveal(Neighbours.of(set, shown, all), fewest)) {
      return false;
    }
    overlapping.addAll(all);
    knotted.addAll(all);
    all.forEach(one -> knotted.add(Neighbours.around(one, shown, all)));
    show(set);
    return true;
  }

  private void show(BitSet set) {
    set.stream().forEach(person -> setsOf.get(person).add(shown.size()));
    shown.add(set);
    rests.add(set.cardinality());
  }

  /** By the place of each shown set: how many it has in common with this one. */
  private int[] common(BitSet set) {
    int[] common = new int[shown.size()];
    set.stream().forEach(person -> setsOf.get(person).forEach(i -> common[i]++));
    return common;
  }
}
