package dev.housecount.insights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which teams' figures are told, and that nothing can be computed of few people from them. */
class DisclosureTest {
  private static final int FEWEST = 5;

  private final Map<String, Set<Integer>> teams = new LinkedHashMap<>();

  @Test
  void smallTeam_isHidden() {
    team("large", 0, 10);
    team("small", 10, 14);
    assertThat(shown(30)).containsExactly("large");
  }

  @Test
  void nobody_isNoSmallGroup() {
    team("empty", 0, 0);
    assertThat(shown(30)).containsExactly("empty");
  }

  @Test
  void fewPeopleInAll_hideEveryTeam() {
    team("all", 0, 4);
    assertThat(shown(4)).isEmpty();
  }

  @Test
  void hiddenChildAloneBelowItsParent_hidesTheNextSmallest() {
    team("parent", 0, 20);
    team("a", 0, 10);
    team("b", 10, 17);
    team("c", 17, 20);
    assertThat(shown(40)).containsExactly("a", "parent");
  }

  @Test
  void hiddenChildBesideOthersWithoutATeam_hidesNoMore() {
    team("parent", 0, 25);
    team("a", 0, 10);
    team("b", 10, 17);
    team("c", 17, 20);
    assertThat(shown(40)).containsExactly("a", "b", "parent");
  }

  @Test
  void childrenThatAreAllOfTheParent_areShown() {
    team("parent", 0, 12);
    team("a", 0, 6);
    team("b", 6, 12);
    assertThat(shown(40)).containsExactly("a", "b", "parent");
  }

  @Test
  void allButFewPeople_areHidden() {
    team("most", 0, 37);
    assertThat(shown(40)).isEmpty();
  }

  @Test
  void teamThatDiffersByOnePerson_isHidden() {
    team("a", 0, 10);
    team("b", 1, 11);
    assertThat(shown(40)).containsExactly("a");
  }

  @Test
  void overlappingTeams_whosePartsAreLarge_areShown() {
    team("a", 0, 12);
    team("b", 6, 18);
    assertThat(shown(40)).containsExactly("a", "b");
  }

  @Test
  void projectsAcrossDepartments_areShown() {
    for (int department = 0; department < 4; department++) {
      team("department " + department, department * 20, department * 20 + 20);
    }
    // Two of each department.
    teams.put(
        "project", IntStream.of(0, 1, 20, 21, 40, 41, 60, 61).boxed().collect(Collectors.toSet()));
    assertThat(shown(100)).hasSize(5);
  }

  @Test
  void overlapElsewhere_changesNothing() {
    team("a", 0, 12);
    team("b", 6, 18);
    team("tribe", 30, 60);
    team("squad", 30, 50);
    team("rest of the tribe", 50, 57);
    assertThat(shown(100)).containsExactly("a", "b", "squad", "tribe");
  }

  @Test
  void manyTeams_areDecidedInOneGo() {
    int people = 4000;
    for (int tribe = 0; tribe < 40; tribe++) {
      team("tribe " + tribe, tribe * 100, tribe * 100 + 100);
      for (int squad = 0; squad < 10; squad++) {
        int first = tribe * 100 + squad * 10;
        team("squad " + tribe + " " + squad, first, first + 10);
      }
    }
    for (int guild = 0; guild < 10; guild++) {
      team("guild " + guild, guild * 200 + 5, guild * 200 + 105);
    }
    assertThat(shown(people)).hasSizeGreaterThan(400);
  }

  /** Every second person is in a second team somewhere: all teams hang together. */
  @Test
  void teamsThatAllOverlap_areMostlyShown() {
    int people = 4000;
    Random random = new Random(1);
    for (int squad = 0; squad < people / 10; squad++) {
      team("squad " + squad, squad * 10, squad * 10 + 10);
      team("area " + squad / 5, squad / 5 * 50, squad / 5 * 50 + 50);
    }
    for (int person = 0; person < people; person += 2) {
      int second = random.nextInt(people / 10);
      teams.get("squad " + second).add(person);
      teams.get("area " + second / 5).add(person);
    }
    assertThat(shown(people)).hasSizeGreaterThan(teams.size() * 9 / 10);
  }

  @Test
  void decision_isTheSameInWhateverOrderTeamsCome() {
    Random random = new Random(7);
    for (int i = 0; i < 30; i++) {
      teams.put("team " + i, someTeam(random, 60));
    }
    List<String> first = shown(60);
    List<String> names = new ArrayList<>(teams.keySet());
    Map<String, Set<Integer>> before = new HashMap<>(teams);
    java.util.Collections.reverse(names);
    teams.clear();
    names.forEach(name -> teams.put(name, before.get(name)));
    assertThat(shown(60)).isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24,
        25, 26, 27, 28, 29
      })
  void teamsOfAnyKind_noCombinationIsAboutFewPeople(int seed) {
    Random random = new Random(seed);
    int people = 12 + random.nextInt(6);
    int count = 3 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      teams.put("team " + i, someTeam(random, people));
    }
    List<Set<Integer>> told = new ArrayList<>(List.of(everybody(people)));
    shown(people).forEach(name -> told.add(teams.get(name)));
    assertThat(Attack.few(told, people, FEWEST)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987})
  void decision_givenUpWhenever_hidesAllThatCouldReveal(long mostWork) {
    int people = 14;
    for (int seed = 0; seed < 20; seed++) {
      List<BitSet> sets = someSets(new Random(seed), people);
      BitSet hidden = Combinations.revealing(sets, FEWEST, mostWork);
      List<Set<Integer>> told =
          IntStream.range(0, sets.size())
              .filter(set -> !hidden.get(set))
              .mapToObj(set -> sets.get(set).stream().boxed().collect(Collectors.toSet()))
              .toList();
      assertThat(Attack.few(told, people, FEWEST)).as("seed %d", seed).isEmpty();
    }
  }

  /** Everybody, and teams of enough people, largest first and each once. */
  private List<BitSet> someSets(Random random, int people) {
    Set<Set<Integer>> distinct = new LinkedHashSet<>(List.of(everybody(people)));
    for (int i = 0; i < 6; i++) {
      distinct.add(someTeam(random, people));
    }
    return distinct.stream()
        .filter(team -> team.size() >= FEWEST)
        .sorted(Comparator.comparingInt(team -> -team.size()))
        .map(DisclosureTest::bits)
        .toList();
  }

  private static BitSet bits(Set<Integer> team) {
    BitSet bits = new BitSet();
    team.forEach(bits::set);
    return bits;
  }

  /** A team apart, a part of another team, or anybody at all. */
  private Set<Integer> someTeam(Random random, int people) {
    int size = 1 + random.nextInt(people);
    int first = random.nextInt(people);
    Set<Integer> members = new HashSet<>();
    for (int i = 0; i < size; i++) {
      members.add(random.nextBoolean() ? (first + i) % people : random.nextInt(people));
    }
    if (!teams.isEmpty() && random.nextInt(3) == 0) {
      members.retainAll(teams.values().iterator().next());
    }
    return members;
  }

  private static Set<Integer> everybody(int people) {
    return IntStream.range(0, people).boxed().collect(Collectors.toSet());
  }

  private void team(String name, int from, int to) {
    teams.put(name, IntStream.range(from, to).boxed().collect(Collectors.toSet()));
  }

  private List<String> shown(int people) {
    Disclosure<String> disclosure = new Disclosure<>(everybody(people), teams, FEWEST);
    return new TreeMap<>(new HashMap<>(teams)).keySet().stream().filter(disclosure::shows).toList();
  }
}
