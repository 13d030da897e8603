package dev.housecount.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.housecount.edge.insights.CatalogYaml;
import dev.housecount.event.EntityRef;
import dev.housecount.event.FieldValue;
import dev.housecount.keys.Pseudonymizer;
import dev.housecount.testing.Pipeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CaptureTest {
  private static final Pseudonymizer KEYS = new Pseudonymizer(Pipeline.KEYS);

  @Test
  void component_hasTheDefaults_ofRelationsBeforeSpec() {
    EntityFacts facts =
        entity(
            """
            kind: Component
            metadata: {name: PetStore, title: Pet Store, description: never}
            spec: {type: service, lifecycle: production, owner: team-x, system: never}
            relations:
              - {type: partOf, targetRef: 'system:default/shop'}
              - {type: ownedBy, targetRef: 'group:default/Team-A'}
            """);
    assertThat(facts)
        .isEqualTo(
            new EntityFacts(
                new EntityRef("component", "default", "petstore"),
                "service",
                "production",
                "group:default/team-a",
                "Pet Store",
                Map.of(),
                null,
                null,
                null,
                null));
  }

  @Test
  void owner_withoutRelations_isInTheEntitysNamespace() {
    assertThat(owner("team-a")).isEqualTo("group:corporate/team-a");
    assertThat(owner("shared/team-a")).isEqualTo("group:shared/team-a");
    assertThat(owner("Group:Team-A")).isEqualTo("group:corporate/team-a");
    assertThat(owner("user:alice")).isEqualTo("user:corporate/" + person("user:corporate/alice"));
    assertThat(owner("user:Default/Alice"))
        .isEqualTo("user:default/" + person("user:default/alice"));
    assertThat(owner("''")).isNull();
    assertThat(owner("[1]")).isNull();
  }

  private @Nullable String owner(String owner) {
    return entity(
            "{kind: API, metadata: {name: a, namespace: corporate}, spec: {owner: " + owner + "}}")
        .owner();
  }

  @Test
  void template_hasItsMinutes_howeverTheyAreWritten() {
    Map<String, Double> written = new HashMap<>();
    written.put("PT2H", 120d);
    written.put("P3D", 4320d);
    written.put("P1W", 10080d);
    written.put("PT1.5H", 90d);
    written.put("P1DT2H30M", 1590d);
    written.put("'180'", 180d);
    written.put("45", 45d);
    written.put("2 hours", null);
    written.put("-PT2H", null);
    written.put("P", null);
    written.put("PT", null);
    written.put("1e400", null);
    written.forEach(
        (text, minutes) -> {
          assertThat(saved("backstage.io/time-saved", text)).as(text).isEqualTo(minutes);
          assertThat(saved("rhdh.redhat.com/time-saved", text)).as(text).isEqualTo(minutes);
        });
  }

  private @Nullable Double saved(String annotation, String text) {
    String annotations = "annotations: {" + annotation + ": " + text + "}";
    return entity("{kind: Template, metadata: {name: t, " + annotations + "}}").minutesSaved();
  }

  @Test
  void entity_hasItsTemplateAndDay_asPortalsAddThem() {
    EntityFacts facts =
        entity(
            """
            kind: Component
            metadata:
              name: a
              annotations:
                backstage.io/source-template: template:default/Service
                backstage.io/createdAt: 2026-03-01T10:00:00.000+02:00
            """);
    assertThat(facts.sourceTemplate()).isEqualTo(new EntityRef("template", "default", "service"));
    assertThat(facts.createdAt()).isEqualTo(Instant.parse("2026-03-01T08:00:00Z"));
    assertThat(
            entity("{kind: A, metadata: {name: a, creationTimestamp: '2026-03-01'}}").createdAt())
        .isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
    assertThat(entity("{kind: A, metadata: {name: a, creationTimestamp: soon}}").createdAt())
        .isNull();
  }

  @Test
  void fields_areThoseThatAreNamed_ofTheirJsonType() {
    EntityFacts facts =
        entity(
            """
            kind: Component
            metadata:
              name: a
              labels: {example.com/tier: gold}
              annotations: {backstage.io/techdocs-ref: 'dir:.'}
              tags: [java, go]
              links: [{type: wiki}, {type: chat}, {}]
            spec: {level: 3, critical: true, nested: {a: {b: x}}, none: [], Odd: y, objects: [{}]}
            relations: [{type: dependsOn, targetRef: 'resource:default/db'}]
            """,
            "metadata.labels.example.com/tier",
            "metadata.annotations.backstage.io/techdocs-ref",
            "metadata.tags",
            "metadata.links.type",
            "spec.level",
            "spec.critical",
            "spec.nested.a.b",
            "spec.nested",
            "spec.none",
            "spec.odd",
            "spec.objects",
            "spec.missing",
            "relations.dependsOn");
    Map<String, Object> expected = new HashMap<>();
    expected.put("metadata.labels.example.com/tier", "gold");
    expected.put("metadata.annotations.backstage.io/techdocs-ref", "dir:.");
    expected.put("metadata.tags", List.of("java", "go"));
    expected.put("metadata.links.type", List.of("wiki", "chat"));
    expected.put("spec.level", 3L);
    expected.put("spec.critical", true);
    expected.put("spec.nested.a.b", "x");
    expected.put("spec.none", List.of());
    expected.put("spec.odd", "y");
    expected.put("relations.dependsOn", List.of("resource:default/db"));
    assertThat(FieldValue.plainOf(facts.fields())).isEqualTo(expected);
  }

  @Test
  void fields_passTheDetectors_andNameNobody() {
    EntityFacts facts =
        entity(
            """
            kind: Component
            metadata: {name: a, title: Ask bob@acme.test}
            spec:
              type: service
              lead: user:default/bob
              leads: ['User:corp/Bob', bob@acme.test]
              apiToken: abc
              phone: 4915123456789
              page: https://portal.test/catalog/default/user/bob?tab=x
            """,
            "spec.lead",
            "spec.leads",
            "spec.apiToken",
            "spec.phone",
            "spec.page");
    assertThat(facts.title()).isEqualTo("Ask <email>");
    assertThat(FieldValue.plainOf(facts.fields()))
        .isEqualTo(
            Map.of(
                "spec.lead",
                "user:default/" + person("user:default/bob"),
                "spec.leads",
                List.of("user:corp/" + person("user:corp/bob"), "<email>"),
                "spec.apiToken",
                "<secret>",
                "spec.phone",
                "<phone>",
                "spec.page",
                "https://portal.test/catalog/default/user/" + person("user:default/bob")));
  }

  @Test
  void user_isAPseudonym_withGroupsAndNamespace() {
    UserFacts facts =
        user(
            """
            kind: User
            metadata: {name: Alice.Smith, namespace: Corporate}
            spec: {profile: {displayName: Alice Smith, email: alice@acme.test}, memberOf: [short]}
            relations:
              - {type: memberOf, targetRef: 'group:default/Team-B'}
              - {type: memberOf, targetRef: 'group:default/team-a'}
              - {type: ownerOf, targetRef: 'component:default/a'}
              - {type: memberOf, targetRef: 'user:default/bob'}
            """);
    assertThat(facts.user()).isEqualTo(KEYS.user("user:corporate/alice.smith"));
    assertThat(facts.groups().stream().map(EntityRef::toString))
        .containsExactly("group:default/team-a", "group:default/team-b");
    assertThat(FieldValue.plainOf(facts.identity()))
        .isEqualTo(Map.of("metadata.namespace", "corporate"));
    assertThat(facts.counted()).isTrue();
  }

  @Test
  void user_withoutRelations_isMemberInTheOwnNamespace() {
    UserFacts facts =
        user(
            "{kind: User, metadata: {name: a, namespace: corp}, spec: {memberOf: [b, x/c, 7, '']}}");
    assertThat(facts.groups().stream().map(EntityRef::toString))
        .containsExactly("group:corp/b", "group:x/c");
  }

  @Test
  void identity_hasTheProfileWhereItIsNamed_andTheOwnNameNowhere() {
    UserFacts facts =
        user(
            """
            kind: User
            metadata:
              name: alice.smith
              title: Alice Smith (QA)
              annotations: {github.com/user-login: Alice.Smith, home: /people/alice.smith/x}
            spec: {department: QA, profile: {displayName: Alice Smith, email: a@acme.test}}
            """,
            "metadata.name",
            "metadata.title",
            "metadata.annotations.github.com/user-login",
            "metadata.annotations.home",
            "spec.department",
            "spec.profile.displayName",
            "spec.profile.email",
            "spec.profile");
    String alice = person("user:default/alice.smith");
    Map<String, Object> expected = new HashMap<>();
    expected.put("metadata.namespace", "default");
    expected.put("metadata.name", alice);
    expected.put("metadata.title", alice + " (QA)");
    expected.put("metadata.annotations.github.com/user-login", alice);
    expected.put("metadata.annotations.home", "/people/" + alice + "/x");
    expected.put("spec.department", "QA");
    expected.put("spec.profile.displayName", "Alice Smith");
    expected.put("spec.profile.email", "<email>");
    assertThat(FieldValue.plainOf(facts.identity())).isEqualTo(expected);
  }

  @Test
  void group_standsAmongOthers_byRelations_elseBySpec() {
    EntityFacts related =
        entity(
            """
            kind: Group
            metadata: {name: tribe}
            spec: {type: tribe, profile: {displayName: Tribe One}, parent: x, children: [y]}
            relations:
              - {type: childOf, targetRef: 'group:default/company'}
              - {type: parentOf, targetRef: 'group:default/squad'}
            """);
    assertThat(related.title()).isEqualTo("Tribe One");
    assertThat(related.group()).isEqualTo(new GroupPlace(groups("default/company"), true));
    assertThat(
            entity(
                    "{kind: Group, metadata: {name: t, namespace: c}, spec: {parent: p, children:"
                        + " [z, y]}}")
                .group())
        .isEqualTo(new GroupPlace(groups("c/p"), groups("c/y", "c/z"), true));
  }

  @Test
  void groupFilter_isOfGroupsAlone() {
    CaptureSettings settings =
        new CaptureSettings(
            List.of(),
            List.of(),
            EntityFilter.of(Map.of("spec.type", "team")),
            EntityFilter.ofUsers(Map.of("metadata.namespace", "default")));
    Capture capture = capture(settings);
    EntityFacts team =
        (EntityFacts) capture.of(read("{kind: Group, metadata: {name: a}, spec: {type: team}}"));
    EntityFacts guild = (EntityFacts) capture.of(read("{kind: Group, metadata: {name: a}}"));
    UserFacts other =
        (UserFacts) capture.of(read("{kind: User, metadata: {name: a, namespace: other}}"));
    assertThat(team.group()).isEqualTo(new GroupPlace(List.of(), true));
    assertThat(guild.group()).isEqualTo(new GroupPlace(List.of(), false));
    assertThat(other.counted()).isFalse();
  }

  @Test
  void noEntity_isRefused_withoutWhatWasSent() {
    for (String sent :
        List.of(
            "{}",
            "{kind: Component}",
            "{metadata: {name: secret}}",
            "{kind: [secret], metadata: {name: a}}",
            "{kind: Component, metadata: secret}",
            "{kind: Component, metadata: {name: ' '}}",
            "{kind: 'a/secret', metadata: {name: a}}",
            "{kind: A, metadata: {name: " + "secret".repeat(100) + "}}")) {
      assertThatThrownBy(() -> capture(CaptureSettings.DEFAULTS).of(read(sent)))
          .isInstanceOf(NoEntityException.class)
          .message()
          .isNotBlank()
          .doesNotContain("secret");
    }
  }

  @Test
  void hostileValues_areBounded() {
    Map<String, Object> spec = new HashMap<>();
    spec.put("long", "x".repeat(CapturedValues.MAX_TEXT + 1));
    spec.put("many", new ArrayList<>(Collections.nCopies(5_000, "x")));
    spec.put("infinite", Double.POSITIVE_INFINITY);
    spec.put("type", List.of("a", "b"));
    Object deep = "x";
    for (int i = 0; i < 100_000; i++) {
      deep = i % 2 == 0 ? List.of(deep) : Map.of("deep", deep);
    }
    spec.put("deep", deep);
    Map<String, Object> sent =
        Map.of(
            "kind",
            "A",
            "metadata",
            Map.of("name", "a", "title", "t".repeat(199) + "\uD83D\uDE00"),
            "spec",
            spec,
            "relations",
            List.of("x", 7, Map.of(), Map.of("type", "ownedBy"), Map.of("targetRef", "group:a/b")));
    EntityFacts facts =
        (EntityFacts)
            capture(fields("spec.long", "spec.many", "spec.infinite", "spec.deep.deep")).of(sent);
    assertThat(facts.title()).isEqualTo("t".repeat(199));
    assertThat(facts.type()).isNull();
    assertThat(facts.owner()).isNull();
    assertThat(facts.fields().keySet()).containsExactly("spec.many");
    assertThat(facts.fields().get("spec.many"))
        .isEqualTo(
            new FieldValue.Items(
                Collections.nCopies(CapturedValues.MAX_ITEMS, new FieldValue.Text("x"))));
  }

  private static List<EntityRef> groups(String... refs) {
    return Stream.of(refs).flatMap(ref -> EntityRef.parse(ref, "group").stream()).toList();
  }

  private static String person(String ref) {
    return KEYS.user(ref).value();
  }

  private static EntityFacts entity(String yaml, String... fields) {
    return (EntityFacts) capture(fields(fields)).of(read(yaml));
  }

  private static UserFacts user(String yaml, String... fields) {
    return (UserFacts) capture(fields(fields)).of(read(yaml));
  }

  private static CaptureSettings fields(String... fields) {
    List<FieldPath> paths = Stream.of(fields).map(FieldPath::new).toList();
    return new CaptureSettings(
        paths, paths, CaptureSettings.DEFAULTS.groups(), CaptureSettings.DEFAULTS.totalUsers());
  }

  private static Capture capture(CaptureSettings settings) {
    return new Capture(settings, KEYS, Pipeline.scrubber()::value);
  }

  /** YAML is what portals write entities in. */
  @SuppressWarnings("unchecked")
  private static Map<String, Object> read(String yaml) {
    return (Map<String, Object>) Objects.requireNonNull(CatalogYaml.read("test", yaml));
  }
}
