package dev.housecount.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.catalog.Capture;
import dev.housecount.catalog.CaptureSettings;
import dev.housecount.catalog.Catalog;
import dev.housecount.catalog.CatalogFacts;
import dev.housecount.catalog.CatalogSettings;
import dev.housecount.catalog.Completion;
import dev.housecount.catalog.OptedOut;
import dev.housecount.catalog.PushedPage;
import dev.housecount.catalog.UserFacts;
import dev.housecount.event.EntityRef;
import dev.housecount.event.Pseudonym;
import dev.housecount.keys.Pseudonymizer;
import dev.housecount.store.InMemoryRecordStore;
import dev.housecount.testing.CountingRecordStore;
import dev.housecount.testing.MutableClock;
import dev.housecount.testing.Pipeline;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What a catalog of 100,000 entities costs, in DynamoDB's units by its rules. Run with {@code
 * ./mvnw test -Dtest=CatalogBenchmark}.
 */
class CatalogBenchmark {
  private static final Instant NOW = Instant.parse("2100-11-20T12:00:00Z");
  private static final String PORTAL = "default";
  private static final int PAGE = 6_000;
  private static final int USERS = 20_000;

  private final MutableClock clock = new MutableClock(NOW);
  private final CountingRecordStore store = new CountingRecordStore(new InMemoryRecordStore(clock));
  private final Pseudonymizer pseudonymizer = new Pseudonymizer(Pipeline.KEYS);

  @Test
  void aLargeOrganisation() {
    List<Map<String, Object>> entities =
        new ArrayList<>(new Organisation(USERS, 5_000, 75_000, 1).entities());
    entities.sort(
        Comparator.comparing((Map<String, Object> entity) -> lower(entity.get("kind")))
            .thenComparing(CatalogBenchmark::name));
    Catalog catalog = catalog();

    double first = push(catalog, "first", entities);
    double again = push(catalog, "the same again", entities);
    entities.removeIf(entity -> name(entity).hashCode() % 1000 == 0);
    push(catalog, "without one of a thousand", entities);
    reads(entities);

    assertThat(first).isLessThanOrEqualTo(2_000);
    assertThat(again).isLessThanOrEqualTo(25);
  }

  @Test
  void aSenderThatDoesNotSort() {
    List<Map<String, Object>> entities =
        new ArrayList<>(new Organisation(USERS, 5_000, 75_000, 2).entities());
    Catalog catalog = catalog();

    push(catalog, "by kinds, otherwise unsorted: first", entities);
    push(catalog, "the same again", entities);
  }

  private Catalog catalog() {
    Capture capture =
        new Capture(CaptureSettings.DEFAULTS, pseudonymizer, Pipeline.scrubber()::value);
    CatalogSettings settings = new CatalogSettings(Duration.ofDays(90), ZoneOffset.UTC);
    return new Catalog(store, pseudonymizer, capture, settings, clock, OptedOut.NOBODY);
  }

  private double push(Catalog catalog, String what, List<Map<String, Object>> entities) {
    clock.advance(Duration.ofMinutes(10));
    store.reset();
    long begin = System.nanoTime();
    int pages = 0;
    for (int from = 0; from < entities.size(); from += PAGE) {
      List<PushedPage.Line> lines = new ArrayList<>();
      for (Map<String, Object> entity :
          entities.subList(from, Math.min(entities.size(), from + PAGE))) {
        lines.add(new PushedPage.Line(lines.size() + 1, entity));
      }
      pages++;
      assertThat(catalog.take(new PushedPage(PORTAL, what, pages, lines)).rejected()).isEmpty();
    }
    double taken = store.writeUnits();
    Completion completion = catalog.complete(PORTAL, what, pages, false);
    say("%s: %d pages, %s", what, pages, completion);
    say(
        "  %.1f s, %.0f write units (pages %.0f), %.0f read units",
        (System.nanoTime() - begin) / 1e9, store.writeUnits(), taken, store.readUnits());
    return store.writeUnits();
  }

  /** A hundred events of five people in sessions, on an instance that knows nothing yet. */
  private void reads(List<Map<String, Object>> entities) {
    Random random = new Random(7);
    List<Pseudonym> users = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      int user = random.nextInt(USERS);
      users.add(pseudonymizer.user("user:default/first" + user % 400 + ".last" + user));
    }
    for (int visited : new int[] {0, 5, 15, 40}) {
      List<EntityRef> refs = new ArrayList<>();
      for (int i = 0; i < visited; i++) {
        Map<String, Object> entity = entities.get(random.nextInt(70_000));
        refs.add(new EntityRef(lower(entity.get("kind")), "default", name(entity)));
      }
      Catalog cold = catalog();
      say("joined, %d entities and 5 people: %s cold", visited, join(cold, refs, users));
      say("  %s warm", join(cold, refs, users));
    }
    Catalog cold = catalog();
    store.reset();
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    EntityRef team = new EntityRef("group", "default", name(entities.get(40_000)));
    cold.headcounts(PORTAL, today, today.plusDays(1), team, false);
    say("headcounts of a team: %.1f read units", store.readUnits());
    store.reset();
    catalog().status(PORTAL);
    say("status: %.1f read units", store.readUnits());
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    say("heap in use: %d MB", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
  }

  private String join(Catalog catalog, List<EntityRef> refs, List<Pseudonym> users) {
    store.reset();
    long begin = System.nanoTime();
    CatalogFacts facts = catalog.facts(PORTAL);
    Instant at = clock.instant();
    facts.prefetch(refs, users);
    refs.forEach(ref -> facts.entity(ref, at));
    for (Pseudonym user : users) {
      UserFacts known = facts.user(user, at);
      if (known != null) {
        facts.groups(at).shownAncestors(known.groups());
      }
    }
    double millis = (System.nanoTime() - begin) / 1e6;
    return String.format(
        Locale.ROOT,
        "%.1f read units, %d calls, %.0f ms",
        store.readUnits(),
        store.calls(),
        millis);
  }

  private static String name(Map<String, Object> entity) {
    return (String) ((Map<?, ?>) entity.get("metadata")).get("name");
  }

  private static String lower(Object text) {
    return text.toString().toLowerCase(Locale.ROOT);
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
