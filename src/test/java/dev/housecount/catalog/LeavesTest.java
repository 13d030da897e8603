package dev.housecount.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.event.EntityRef;
import dev.housecount.event.Pseudonym;
import dev.housecount.keys.Pseudonymizer;
import dev.housecount.store.InMemoryRecordStore;
import dev.housecount.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** However often a catalog changes a little, it is read at what it has, and not at how often. */
class LeavesTest {
  private static final String PORTAL = "default";
  private static final int PEOPLE = 900;

  private final MutableClock clock = new MutableClock(Instant.parse("2100-03-01T10:00:00Z"));
  private final InMemoryRecordStore store = new InMemoryRecordStore(clock);
  private final Pseudonymizer pseudonymizer = CatalogWorld.oneKey();
  private final Random random = new Random(14);
  private final Map<String, Integer> teams = new HashMap<>();
  private final Catalog catalog =
      new Catalog(
          store,
          pseudonymizer,
          entity -> user((String) entity.get("name")),
          new CatalogSettings(Duration.ofDays(400), ZoneOffset.UTC),
          clock,
          OptedOut.NOBODY);

  @BeforeEach
  void begin() {
    for (int i = 0; i < PEOPLE; i++) {
      teams.put("p" + i, i % 50);
    }
    push();
  }

  @Test
  void peopleWhoMove_leaveNoSlivers() {
    for (int day = 0; day < 150; day++) {
      teams.put("p" + random.nextInt(PEOPLE), random.nextInt(50));
      push();
    }
    assertThat(leaves().size()).isLessThanOrEqualTo(2 * fewest() + 1);
  }

  @Test
  void peopleWhoCome_leaveNoSlivers() {
    for (int day = 0; day < 150; day++) {
      teams.put("new" + day, random.nextInt(50));
      push();
    }
    assertThat(leaves().size()).isLessThanOrEqualTo(2 * fewest() + 1);
  }

  @Test
  void whatIsLeftOfALeaf_goesWithTheNextOneThatIsWritten() {
    List<LeafRef> before = leaves();
    List<String> first = between(before.get(0), before.get(1));
    List<String> second = between(before.get(1), before.get(2));
    teams.keySet().removeAll(second.subList(3, second.size()));
    push();
    clock.advance(Duration.ofDays(401)); // nobody asks any more who was there
    catalog.tidy();
    int many = leaves().size();
    teams.put(first.get(0), -1);
    push();
    assertThat(leaves()).hasSizeLessThan(many);
  }

  private List<String> between(LeafRef one, LeafRef next) {
    return teams.keySet().stream()
        .filter(name -> one.first().compareTo(key(name)) <= 0)
        .filter(name -> key(name).compareTo(next.first()) < 0)
        .toList();
  }

  private String key(String name) {
    return Entry.key(pseudonymizer.user("user:default/" + name));
  }

  private List<LeafRef> leaves() {
    Shelf shelf = new Shelf(store, clock, Sizes.USUAL);
    return shelf
        .root(PORTAL, shelf.freshHead(PORTAL).root(), pseudonymizer.keyId())
        .of(EntityRef.USER);
  }

  /** How many leaves would hold the same if all were full. */
  private int fewest() {
    Shelf shelf = new Shelf(store, clock, Sizes.USUAL);
    int bytes = leaves().stream().mapToInt(leaf -> shelf.data(PORTAL, leaf.id()).length).sum();
    return bytes / Sizes.USUAL.leafBytes() + 1;
  }

  private void push() {
    clock.advance(Duration.ofHours(1));
    List<PushedPage.Line> lines = new ArrayList<>();
    teams.keySet().stream()
        .sorted()
        .forEach(name -> lines.add(new PushedPage.Line(lines.size() + 1, Map.of("name", name))));
    String generation = "g" + clock.millis();
    assertThat(catalog.take(new PushedPage(PORTAL, generation, 1, lines)).rejected()).isEmpty();
    catalog.complete(PORTAL, generation, 1, false);
  }

  private UserFacts user(String name) {
    Pseudonym person = pseudonymizer.user("user:default/" + name);
    EntityRef team = new EntityRef("group", "default", "t" + teams.get(name));
    return new UserFacts(person, List.of(team), Map.of(), true);
  }
}
