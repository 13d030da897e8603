package dev.housecount.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.event.EntityRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GroupTreeTest {
  private final List<EntityFacts> groups = new ArrayList<>();

  @Test
  void groups_belowOthers_haveAllAboveThem_sorted() {
    group("squad", true, "tribe");
    group("tribe", true, "company");
    group("company", true);
    assertThat(ancestors("squad")).containsExactly("company", "squad", "tribe");
    assertThat(below("company")).containsExactlyInAnyOrder("company", "tribe", "squad");
  }

  @Test
  void groups_leftOut_areInNoAnswer_butLeadUpwardsAndDownwards() {
    group("squad", true, "committee");
    group("committee", false, "company");
    group("company", true);
    assertThat(ancestors("squad")).containsExactly("company", "squad");
    assertThat(ancestors("committee")).containsExactly("company");
    assertThat(below("company")).contains("committee", "squad");
    assertThat(below("committee")).isEmpty();
  }

  @Test
  void groups_missingInTheCatalog_areInNoAnswer() {
    group("squad", true, "gone", "company");
    group("company", true);
    assertThat(ancestors("squad", "nowhere")).containsExactly("company", "squad");
    assertThat(below("gone")).isEmpty();
    assertThat(GroupTree.of(groups).isShown(ref("gone"))).isFalse();
  }

  @Test
  void groups_inCircles_endSomewhere() {
    group("a", true, "b");
    group("b", true, "a", "b");
    assertThat(ancestors("a")).containsExactly("a", "b");
    assertThat(below("a")).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void groups_thatOnlyTheirParentNames_areBelowIt() {
    groups.add(facts("tribe", new GroupPlace(List.of(), List.of(ref("squad"), ref("gone")), true)));
    group("squad", true);
    assertThat(ancestors("squad")).containsExactly("squad", "tribe");
    assertThat(below("tribe")).containsExactlyInAnyOrder("squad", "tribe");
  }

  @Test
  void groups_ofOneName_inTwoNamespaces_areTwo() {
    EntityRef corporate = new EntityRef("group", "corporate", "squad");
    group("squad", true, "tribe");
    group("tribe", true);
    groups.add(
        new EntityFacts(
            corporate,
            null,
            null,
            null,
            null,
            Map.of(),
            null,
            null,
            null,
            new GroupPlace(List.of(), true)));
    assertThat(GroupTree.of(groups).shownAncestors(List.of(corporate))).containsExactly(corporate);
  }

  @Test
  void groups_fiveThousand_inChainsOfEight_andOneOfAllOfThem_areTakenInStride() {
    for (int i = 0; i < 5_000; i++) {
      group("deep" + i, true, i == 0 ? "top" : "deep" + (i - 1));
    }
    group("top", true);
    assertThat(ancestors("deep4999")).hasSize(5_001);
    assertThat(below("top")).hasSize(5_001);
  }

  private List<String> ancestors(String... direct) {
    List<EntityRef> refs = Stream.of(direct).map(GroupTreeTest::ref).toList();
    return GroupTree.of(groups).shownAncestors(refs).stream().map(EntityRef::name).toList();
  }

  private List<String> below(String team) {
    return GroupTree.of(groups).withDescendants(ref(team)).stream().map(EntityRef::name).toList();
  }

  private void group(String name, boolean shown, String... parents) {
    groups.add(
        facts(name, new GroupPlace(Stream.of(parents).map(GroupTreeTest::ref).toList(), shown)));
  }

  private static EntityFacts facts(String name, GroupPlace place) {
    return new EntityFacts(ref(name), "team", null, null, null, Map.of(), null, null, null, place);
  }

  private static EntityRef ref(String name) {
    return new EntityRef("group", "default", name);
  }
}
