package dev.housecount.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the catalog's own search table would find: see the catalog backend's tests of it. */
class EntityFilterTest {
  private static final Map<String, Object> EXISTS = Map.of("$exists", true);

  private static final Map<String, Object> GROUP =
      Map.of(
          "kind",
          "Group",
          "metadata",
          Map.of(
              "name",
              "Team-A",
              "includeInInsights",
              true,
              "rank",
              1.0,
              "tags",
              List.of("Java", "data"),
              "annotations",
              Map.of("backstage.io/techdocs-ref", "dir:.", "empty", ""),
              "links",
              List.of(Map.of("url", "https://a.test", "type", "Wiki"), Map.of("type", "chat"))),
          "spec",
          Map.of("type", "team", "profile", Map.of("displayName", "Team A"), "children", List.of()),
          "relations",
          List.of(
              Map.of("type", "childOf", "targetRef", "group:default/Tribe-1"),
              Map.of("type", "hasMember", "targetRef", "user:default/alice")));

  private record Case(Object filter, boolean matches) {}

  private static final List<Case> CASES =
      List.of(
          new Case(Map.of("kind", "group"), true),
          new Case(Map.of("KIND", "GROUP"), true),
          new Case(Map.of("kind", "user"), false),
          new Case(Map.of("spec.type", List.of("department", "team")), true),
          new Case(Map.of("spec.type", "team", "metadata.includeInInsights", true), true),
          new Case(Map.of("spec.type", "team", "metadata.includeInInsights", false), false),
          new Case(Map.of("metadata.includeInInsights", "TRUE"), true),
          new Case(Map.of("metadata.rank", 1), true),
          new Case(Map.of("metadata.rank", "1"), true),
          new Case(Map.of("metadata.rank", "1.0"), false),
          new Case(Map.of("metadata.tags", "java"), true),
          new Case(Map.of("metadata.tags", List.of("go", "DATA")), true),
          new Case(Map.of("metadata.tags.java", true), true),
          new Case(Map.of("metadata.tags.go", true), false),
          new Case(Map.of("metadata.links.type", "wiki"), true),
          new Case(Map.of("metadata.links.type", "none"), false),
          new Case(Map.of("metadata.annotations.backstage.io/techdocs-ref", "dir:."), true),
          new Case(Map.of("metadata.annotations.backstage.io/techdocs-ref", EXISTS), true),
          new Case(Map.of("metadata.annotations.backstage.io", EXISTS), false),
          new Case(Map.of("metadata.annotations.empty", ""), true),
          new Case(Map.of("metadata.annotations.none", EXISTS), false),
          new Case(Map.of("metadata.annotations.none", ""), false),
          new Case(Map.of("metadata.namespace", "default"), true),
          new Case(Map.of("metadata.namespace", EXISTS), true),
          new Case(Map.of("metadata.uid", EXISTS), true),
          new Case(Map.of("metadata.uid", "x"), false),
          new Case(Map.of("metadata.name", "team-a"), true),
          new Case(Map.of("spec.profile", EXISTS), false),
          new Case(Map.of("spec.profile", "[object object]"), false),
          new Case(Map.of("spec.children", EXISTS), false),
          new Case(Map.of("relations.childOf", "group:default/tribe-1"), true),
          new Case(Map.of("relations.childof", EXISTS), true),
          new Case(Map.of("relations.parentOf", EXISTS), false),
          new Case(Map.of("relations.type", EXISTS), false),
          new Case(Map.of("relations.targetRef", EXISTS), false),
          new Case(Map.of(), true),
          new Case(Map.of("spec.type", List.of()), true),
          new Case(Map.of("spec.type", List.of(EXISTS, "guild")), false),
          new Case(List.of(), true),
          new Case(List.of(Map.of("spec.type", "guild"), Map.of("kind", "group")), true),
          new Case(List.of(Map.of("spec.type", "guild"), Map.of("kind", "user")), false),
          new Case(List.of(Map.of(), Map.of("kind", "user")), false));

  @TestFactory
  Stream<DynamicTest> filter_matches_asTheCatalogDoes() {
    return CASES.stream()
        .map(
            vector ->
                DynamicTest.dynamicTest(
                    vector.filter().toString(),
                    () ->
                        assertThat(EntityFilter.of(vector.filter()).matches(GROUP))
                            .isEqualTo(vector.matches())));
  }

  @Test
  void filter_ofALongValue_knowsOnlyThatItExists() {
    String text = "x".repeat(TermSearch.MAX_VALUE + 1);
    Map<String, Object> entity = Map.of("kind", "x", "spec", Map.of("text", text));
    assertThat(EntityFilter.of(Map.of("spec.text", text)).matches(entity)).isFalse();
    assertThat(EntityFilter.of(Map.of("spec.text", EXISTS)).matches(entity)).isTrue();
  }

  @Test
  void filter_ofUsers_hasTheKindInEveryBranch() {
    Map<String, Object> user = Map.of("kind", "User", "metadata", Map.of("name", "a"));
    assertThat(EntityFilter.ofUsers(null).parameters()).containsExactly("kind=user");
    assertThat(EntityFilter.ofUsers(null).matches(user)).isTrue();
    assertThat(EntityFilter.ofUsers(null).matches(GROUP)).isFalse();
    assertThat(EntityFilter.ofUsers(Map.of("Kind", List.of("Group", "User"))).matches(GROUP))
        .isFalse();
    EntityFilter either =
        EntityFilter.ofUsers(
            List.of(
                Map.of("metadata.namespace", "Corporate"),
                Map.of("kind", "group", "relations.memberOf", EXISTS),
                Map.of("spec.level", List.of(1, 2.5, true))));
    assertThat(either.parameters())
        .containsExactly(
            "kind=user,metadata.namespace=corporate",
            "kind=user,relations.memberof",
            "kind=user,spec.level=1,spec.level=2.5,spec.level=true");
  }

  @Test
  void filter_thatIsNone_saysWhatIsRight() {
    for (Object wrong : List.of("kind=user", 7, List.of("kind"), List.of(List.of()))) {
      assertThatThrownBy(() -> EntityFilter.of(wrong)).hasMessageContaining("is a mapping");
    }
    for (Object wrong : List.of(Map.of("a", 1), Map.of("$exists", false), List.of(List.of("x")))) {
      assertThatThrownBy(() -> EntityFilter.of(Map.of("spec.type", wrong)))
          .hasMessageContaining("spec.type is a value");
    }
    assertThatThrownBy(() -> EntityFilter.of(Map.of(" ", "x"))).hasMessageContaining("empty");
  }

  @Test
  void filter_ofHostileNesting_ends() {
    Object deep = "team";
    for (int i = 0; i < 100_000; i++) {
      deep = List.of(deep);
    }
    Map<String, Object> entity = Map.of("kind", "group", "spec", Map.of("type", deep));
    assertThat(EntityFilter.of(Map.of("spec.type", "team")).matches(entity)).isFalse();
  }
}
