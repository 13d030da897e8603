package dev.housecount.insights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.catalog.CapturedEntity;
import dev.housecount.catalog.Catalog;
import dev.housecount.catalog.CatalogSettings;
import dev.housecount.catalog.EntityFacts;
import dev.housecount.catalog.GroupPlace;
import dev.housecount.catalog.PushedPage;
import dev.housecount.catalog.UserFacts;
import dev.housecount.event.EntityRef;
import dev.housecount.event.Pseudonym;
import dev.housecount.store.InMemoryRecordStore;
import dev.housecount.testing.Events;
import dev.housecount.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the catalog says of teams and people, as reports ask for it. */
class CatalogDirectoryTest {
  private static final String PORTAL = "default";
  private static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");
  private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));

  private final MutableClock clock = new MutableClock(MONDAY);
  private final Map<String, CapturedEntity> captured = new java.util.HashMap<>();
  private final Set<Pseudonym> optedOut = new HashSet<>();
  private final Catalog catalog =
      new Catalog(
          new InMemoryRecordStore(clock),
          Events.PSEUDONYMS,
          entity -> captured.get(String.valueOf(entity.get("name"))),
          new CatalogSettings(Duration.ofDays(90), ZoneOffset.UTC),
          clock,
          () -> optedOut);

  @BeforeEach
  void push() {
    group("tribe", true);
    group("hidden", false, "tribe");
    group("squad", true, "hidden");
    user("ann", true, "tribe");
    user("bob", true, "squad");
    user("bot", false, "squad");
    captured.put("a", entity("component:default/a", null));
    complete("one");
    clock.set(TUESDAY);
    user("bob", true, "tribe");
    captured.remove("a");
    complete("two");
  }

  @Test
  void census_ofThatTime() {
    Census monday = directory().census(PORTAL, MONDAY.plusSeconds(60));
    assertThat(monday).isNotNull();
    assertThat(monday.people()).containsExactlyInAnyOrder(pseudonym("ann"), pseudonym("bob"));
    assertThat(monday.teams()).extracting(Census.Team::ref).doesNotContain(ref("hidden"));
    assertThat(team(monday, "tribe").all()).hasSize(2);
    assertThat(team(monday, "tribe").direct()).containsExactly(pseudonym("ann"));
    assertThat(team(monday, "squad").all()).containsExactly(pseudonym("bob"));
    assertThat(team(monday, "squad").above()).containsExactlyInAnyOrder(ref("squad"), ref("tribe"));
    Census tuesday = directory().census(PORTAL, TUESDAY.plusSeconds(60));
    assertThat(tuesday).isNotNull();
    assertThat(team(tuesday, "squad").all()).isEmpty();
  }

  @Test
  void census_withoutCatalog_isNone() {
    assertThat(directory().census("other", MONDAY)).isNull();
  }

  @Test
  void census_whoOptedOut_isNobody() {
    optedOut.add(pseudonym("ann"));
    Census census = directory().census(PORTAL, TUESDAY);
    assertThat(census).isNotNull();
    assertThat(census.people()).containsExactly(pseudonym("bob"));
  }

  @Test
  void isMember_ofThatTime_throughGroupsThatAreLeftOut() {
    Instant monday = MONDAY.plusSeconds(60);
    assertThat(isMember("bob", monday, "tribe", false)).isTrue();
    assertThat(isMember("bob", monday, "tribe", true)).isFalse();
    assertThat(isMember("bob", TUESDAY.plusSeconds(60), "tribe", true)).isTrue();
    assertThat(isMember("bob", TUESDAY.plusSeconds(60), "squad", false)).isFalse();
    assertThat(isMember("bob", monday, "hidden", false)).isFalse();
    assertThat(isMember("bob", monday, "hidden", true)).isFalse();
    assertThat(isMember("nobody", monday, "tribe", false)).isFalse();
  }

  @Test
  void entities_ofThatTime() {
    assertThat(directory().entities(PORTAL, MONDAY.plusSeconds(60)))
        .extracting(EntityFacts::ref)
        .contains(EntityRef.parse("component:default/a", "").orElseThrow());
    assertThat(directory().entities(PORTAL, TUESDAY.plusSeconds(60)))
        .extracting(EntityFacts::ref)
        .doesNotContain(EntityRef.parse("component:default/a", "").orElseThrow())
        .contains(ref("squad"));
  }

  private boolean isMember(String user, Instant at, String team, boolean direct) {
    return directory().isMember(PORTAL, pseudonym(user), at, Set.of(ref(team)), direct);
  }

  private Directory directory() {
    return new CatalogDirectory(catalog);
  }

  private static Census.Team team(Census census, String name) {
    return census.teams().stream().filter(t -> t.ref().equals(ref(name))).findFirst().orElseThrow();
  }

  private static EntityRef ref(String name) {
    return FakeDirectory.group(name);
  }

  private static Pseudonym pseudonym(String name) {
    return Events.PSEUDONYMS.user("user:default/" + name);
  }

  private void group(String name, boolean shown, String... parents) {
    List<EntityRef> above = new ArrayList<>();
    for (String parent : parents) {
      above.add(ref(parent));
    }
    captured.put(name, entity("group:default/" + name, new GroupPlace(above, shown)));
  }

  private void user(String name, boolean counted, String team) {
    captured.put(name, new UserFacts(pseudonym(name), List.of(ref(team)), Map.of(), counted));
  }

  private static EntityFacts entity(String ref, GroupPlace place) {
    return new EntityFacts(
        EntityRef.parse(ref, "").orElseThrow(),
        "service",
        null,
        null,
        null,
        Map.of(),
        null,
        null,
        null,
        place);
  }

  private void complete(String generation) {
    List<PushedPage.Line> lines = new ArrayList<>();
    captured.keySet().stream()
        .sorted()
        .forEach(
            name ->
                lines.add(
                    new PushedPage.Line(lines.size() + 1, Map.<String, Object>of("name", name))));
    catalog.take(new PushedPage(PORTAL, generation, 1, lines));
    catalog.complete(PORTAL, generation, 1, false);
  }
}
