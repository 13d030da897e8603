package dev.housecount.insights;

import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which groups' figures may be shown beside each other, so that whoever knows the members cannot
 * add and subtract them to a figure about fewer people than allowed. Decided by members alone: who
 * was active changes nothing. RATIONALE.md has the rule.
 *
 * @param <G> what names a group
 */
final class Disclosure<G> {
  private final int fewest;
  private final Set<G> groups = new HashSet<>();

  /**
   * @param everybody all that a figure without a group is about
   * @param members of each group; those who are not in everybody do not count
   * @param fewest people that a figure may be about
   */
  <P> Disclosure(Collection<P> everybody, Map<G, Set<P>> members, int fewest) {
    this.fewest = fewest;
    Map<P, Integer> numbers = new HashMap<>();
    everybody.forEach(person -> numbers.putIfAbsent(person, numbers.size()));
    if (isShowable(numbers.size())) {
      Map<G, BitSet> sets = new HashMap<>();
      members.forEach((group, people) -> sets.put(group, numbered(people, numbers)));
      decide(numbers.size(), sets);
    }
  }

  private void decide(int people, Map<G, BitSet> sets) {
    BitSet all = new BitSet();
    all.set(0, people);
    Set<BitSet> distinct = new LinkedHashSet<>(List.of(all));
    sets.entrySet().stream()
        .filter(set -> isShowable(set.getValue().cardinality()))
        .sorted(
            Comparator.<Map.Entry<G, BitSet>>comparingInt(set -> -set.getValue().cardinality())
                .thenComparing(set -> String.valueOf(set.getKey())))
        .forEach(set -> distinct.add(set.getValue()));
    distinct.removeIf(BitSet::isEmpty);
    Set<BitSet> shown = new HashSet<>(Set.of(new BitSet()));
    shown.addAll(shown(List.copyOf(distinct)));
    sets.forEach(
        (group, set) -> {
          if (shown.contains(set)) {
            groups.add(group);
          }
        });
  }

  private List<BitSet> shown(List<BitSet> sets) {
    if (sets.isEmpty()) {
      return sets;
    }
    BitSet hidden = Combinations.revealing(sets, fewest);
    return IntStream.range(0, sets.size()).filter(i -> !hidden.get(i)).mapToObj(sets::get).toList();
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
}
