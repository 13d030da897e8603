package dev.housecount.insights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.demo.DemoTeams;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How many of the demo's teams are hidden, how long that takes to find out, and how many would be
 * if every cell had to be large. Run with {@code ./mvnw test -Dtest=DisclosureBenchmark}.
 */
class DisclosureBenchmark {
  private static final int FEWEST = 5;

  @ParameterizedTest
  @ValueSource(ints = {200, 2_000})
  void theDemosTeams(int users) {
    DemoTeams demo = new DemoTeams(users);
    Map<String, Set<String>> sides = demo.sides();
    long begin = System.nanoTime();
    Disclosure<String> disclosure = new Disclosure<>(demo.people(), sides, FEWEST);
    double millis = (System.nanoTime() - begin) / 1e6;
    long shown = sides.keySet().stream().filter(disclosure::shows).count();
    long few = sides.values().stream().filter(people -> people.size() < FEWEST).count();
    long inLargeCells = inLargeCells(demo.people(), sides.values());
    System.out.printf(
        Locale.ROOT,
        "%d people, %d sets: %d of few people, %d hidden (%.0f ms, cold), %d by large cells%n",
        users,
        sides.size(),
        few,
        sides.size() - shown,
        millis,
        sides.size() - inLargeCells);
    assertThat(shown).isGreaterThan(inLargeCells);
  }

  /** Takes the smallest set of a small cell away until there is none; how many are left. */
  private static int inLargeCells(List<String> people, Collection<Set<String>> all) {
    List<Set<String>> sets = new ArrayList<>(all);
    sets.removeIf(set -> set.size() < FEWEST);
    sets.sort(Comparator.comparingInt(Set::size));
    int smallest = smallestInSmallCell(people, sets);
    while (smallest >= 0) {
      Set<String> hidden = sets.get(smallest);
      sets.removeIf(hidden::equals);
      smallest = smallestInSmallCell(people, sets);
    }
    return sets.size();
  }

  /** The place of the first set that a cell of few people lies in; -1 where there is no such. */
  private static int smallestInSmallCell(List<String> people, List<Set<String>> sets) {
    Map<String, List<Integer>> in = new HashMap<>();
    people.forEach(person -> in.put(person, new ArrayList<>()));
    for (int set = 0; set < sets.size(); set++) {
      for (String person : sets.get(set)) {
        in.get(person).add(set);
      }
    }
    Map<List<Integer>, Integer> cells = new HashMap<>();
    in.values().forEach(cell -> cells.merge(cell, 1, Integer::sum));
    return cells.entrySet().stream()
        .filter(cell -> cell.getValue() < FEWEST && !cell.getKey().isEmpty())
        .mapToInt(cell -> cell.getKey().get(0))
        .min()
        .orElse(-1);
  }
}
