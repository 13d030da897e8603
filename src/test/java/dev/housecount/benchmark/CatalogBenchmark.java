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
import dev.housecount.edge.dynamodb.DynamoDbRecordStore;
import dev.housecount.event.EntityRef;
import dev.housecount.event.Pseudonym;
import dev.housecount.insights.CatalogDirectory;
import dev.housecount.insights.Census;
import dev.housecount.keys.Pseudonymizer;
import dev.housecount.store.TimeLeft;
import dev.housecount.testing.ConsumedCapacity;
import dev.housecount.testing.DynamoDbLocal;
import dev.housecount.testing.MutableClock;
import dev.housecount.testing.Pipeline;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What a catalog of 100,000 entities costs (20,000 people, 5,000 groups, eight deep), in units as
 * DynamoDB Local counts them, beside what it may cost. Run with {@code ./mvnw test
 * -Dtest=CatalogBenchmark -Dtests.jvm=-Xmx256m}.
 */
class CatalogBenchmark {
  private static final Instant NOW = Instant.parse("2100-11-20T12:00:00Z");
  private static final String PORTAL = "default";
  private static final int PAGE = 6_000;
  private static final int USERS = 20_000;
  private static final int GROUPS = 5_000;
  private static final int OTHERS = 75_000;

  private static final BenchmarkFigures FIGURES = new BenchmarkFigures();

  private final MutableClock clock = new MutableClock(NOW);
  private final ConsumedCapacity consumed = new ConsumedCapacity();
  private final DynamoDbClient client = DynamoDbLocal.client(consumed);
  private final DynamoDbRecordStore store =
      new DynamoDbRecordStore(client, DynamoDbLocal.table(client), clock, TimeLeft.ENDLESS);
  private final Pseudonymizer pseudonymizer = new Pseudonymizer(Pipeline.KEYS);

  @AfterAll
  static void print() {
    FIGURES.print();
  }

  @Test
  void aSenderThatSorts() {
    List<Map<String, Object>> entities = organisation(1);
    entities.sort(
        Comparator.comparing((Map<String, Object> entity) -> lower(entity.get("kind")))
            .thenComparing(CatalogBenchmark::name));
    Catalog catalog = catalog();

    Push first = push(catalog, "first", entities);
    FIGURES.add("first push, sorted: seconds of two cores", first.cpuSeconds / 2, 60);
    FIGURES.add("first push, sorted: write units", first.written, 2_000);
    FIGURES.add("the same again: write units", push(catalog, "again", entities).written, 25);
    entities.removeIf(entity -> name(entity).hashCode() % 1000 == 0);
    FIGURES.add("without one of a thousand: write units", push(catalog, "less", entities).written);
    entities.removeIf(entity -> entity.get("kind").equals("User"));
    reads(entities);
  }

  @Test
  void aSenderThatDoesNotSort() {
    List<Map<String, Object>> entities = organisation(2);
    Catalog catalog = catalog();

    Push first = push(catalog, "first", entities);
    FIGURES.add("first push, unsorted: seconds of two cores", first.cpuSeconds / 2, 60);
    FIGURES.add("first push, unsorted: write units", first.written, 2_000);
    FIGURES.add("  of which pages", first.staged);
    FIGURES.add(
        "the same again, unsorted: write units", push(catalog, "again", entities).written, 25);
  }

  /** Kinds one after another, as {@code push-catalog.mjs} and the catalog's pages have them. */
  private static List<Map<String, Object>> organisation(long seed) {
    return new ArrayList<>(new Organisation(USERS, GROUPS, OTHERS, seed).entities());
  }

  private Catalog catalog() {
    Capture capture =
        new Capture(CaptureSettings.DEFAULTS, pseudonymizer, Pipeline.scrubber()::value);
    CatalogSettings settings = new CatalogSettings(Duration.ofDays(90), ZoneOffset.UTC);
    return new Catalog(store, pseudonymizer, capture, settings, clock, OptedOut.NOBODY);
  }

  private record Push(double written, double staged, double cpuSeconds) {}

  private Push push(Catalog catalog, String generation, List<Map<String, Object>> entities) {
    clock.advance(Duration.ofMinutes(10));
    consumed.reset();
    double begin = cpuSeconds();
    int pages = 0;
    for (int from = 0; from < entities.size(); from += PAGE) {
      List<PushedPage.Line> lines = new ArrayList<>();
      for (Map<String, Object> entity :
          entities.subList(from, Math.min(entities.size(), from + PAGE))) {
        lines.add(new PushedPage.Line(lines.size() + 1, entity));
      }
      pages++;
      PushedPage page = new PushedPage(PORTAL, generation, pages, lines);
      assertThat(catalog.take(page).rejected()).isEmpty();
    }
    double staged = consumed.writeUnits();
    Completion completion = catalog.complete(PORTAL, generation, pages, false);
    assertThat(completion.entities()).isEqualTo(entities.size());
    return new Push(consumed.writeUnits(), staged, cpuSeconds() - begin);
  }

  private static double cpuSeconds() {
    var system =
        ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
    return system.getProcessCpuTime() / 1e9;
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
        Map<String, Object> entity = entities.get(random.nextInt(entities.size()));
        refs.add(new EntityRef(lower(entity.get("kind")), "default", name(entity)));
      }
      Catalog cold = catalog();
      String what = "100 events of 5 people on " + visited + " entities: read units ";
      FIGURES.add(what + "cold", join(cold, refs, users), 10);
      FIGURES.add(what + "warm", join(cold, refs, users), 0);
    }
    List<EntityRef> all = new ArrayList<>();
    entities.forEach(
        entity -> all.add(new EntityRef(lower(entity.get("kind")), "default", name(entity))));
    Collections.shuffle(all, random);
    FIGURES.add(
        "all entities but people, in any order: read units cold", join(catalog(), all, users), 200);
    totals(name(entities.get(entities.size() - 1)));
  }

  private void totals(String team) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    consumed.reset();
    catalog()
        .headcounts(
            PORTAL, today, today.plusDays(1), new EntityRef("group", "default", team), false);
    FIGURES.add("headcounts of a team: read units", consumed.readUnits());
    consumed.reset();
    catalog().status(PORTAL);
    FIGURES.add("status: read units", consumed.readUnits());
    Catalog cold = catalog();
    consumed.reset();
    double begin = cpuSeconds();
    Census census = new CatalogDirectory(cold).census(PORTAL, clock.instant());
    assertThat(census).isNotNull();
    FIGURES.add("every team with all members: read units", consumed.readUnits());
    FIGURES.add("every team with all members: seconds of CPU", cpuSeconds() - begin);
    FIGURES.add("heap at most, MB", Runtime.getRuntime().maxMemory() >> 20, 256);
  }

  private double join(Catalog catalog, List<EntityRef> refs, List<Pseudonym> users) {
    consumed.reset();
    CatalogFacts facts = catalog.facts(PORTAL);
    Instant at = clock.instant();
    facts.prefetch(refs, users);
    refs.forEach(ref -> assertThat(facts.entity(ref, at)).isNotNull());
    for (Pseudonym user : users) {
      UserFacts known = facts.user(user, at);
      if (known != null) {
        facts.groups(at).shownAncestors(known.groups());
      }
    }
    return consumed.readUnits();
  }

  private static String name(Map<String, Object> entity) {
    return (String) ((Map<?, ?>) entity.get("metadata")).get("name");
  }

  private static String lower(Object text) {
    return text.toString().toLowerCase(Locale.ROOT);
  }
}
