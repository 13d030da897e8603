package dev.housecount.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.event.EntityRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Closures against a model that joins pairs until none is new, in graphs of every kind. */
class GroupTreePropertyTest {
  /** Names beyond those of the groups are missing in the catalog. */
  private static final int MISSING = 3;

  private record Graph(Map<Integer, EntityFacts> groups, boolean[][] above) {}

  @Property(tries = 500, seed = "13")
  void ancestorsAndDescendants_areTheModels_andTellTheSame(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 12) int size) {
    Graph graph = graph(random, size);
    GroupTree tree = GroupTree.of(graph.groups().values());
    List<Integer> direct = random.ints(3, 0, size + MISSING).boxed().toList();
    List<EntityRef> refs = direct.stream().map(GroupTreePropertyTest::ref).toList();
    Set<String> expected = new TreeSet<>();
    for (int group = 0; group < size; group++) {
      boolean member = false;
      for (int of : direct) {
        member |= of < size && (of == group || graph.above()[of][group]);
      }
      if (member && tree.isShown(ref(group))) {
        expected.add(ref(group).toString());
      }
      boolean below = refs.stream().anyMatch(tree.withDescendants(ref(group))::contains);
      assertThat(below).isEqualTo(member && tree.isShown(ref(group)));
    }
    assertThat(tree.shownAncestors(refs).stream().map(EntityRef::toString))
        .containsExactlyElementsOf(expected);
  }

  private static Graph graph(Random random, int size) {
    boolean[][] above = new boolean[size][size];
    Map<Integer, EntityFacts> groups = new HashMap<>();
    for (int group = 0; group < size; group++) {
      List<EntityRef> parents = new ArrayList<>();
      List<EntityRef> children = new ArrayList<>();
      for (int other : random.ints(random.nextInt(3), 0, size + MISSING).toArray()) {
        boolean parent = random.nextInt(4) > 0;
        (parent ? parents : children).add(ref(other));
        if (other < size) {
          above[parent ? group : other][parent ? other : group] = true;
        }
      }
      groups.put(group, facts(group, new GroupPlace(parents, children, random.nextInt(4) > 0)));
    }
    close(above);
    return new Graph(groups, above);
  }

  private static void close(boolean[][] above) {
    int size = above.length;
    for (int by = 0; by < size; by++) {
      for (int from = 0; from < size; from++) {
        for (int to = 0; to < size; to++) {
          above[from][to] |= above[from][by] && above[by][to];
        }
      }
    }
  }

  private static EntityFacts facts(int number, GroupPlace place) {
    return new EntityFacts(ref(number), null, null, null, null, Map.of(), null, null, null, place);
  }

  private static EntityRef ref(int number) {
    return new EntityRef("group", "default", "g" + number);
  }
}
