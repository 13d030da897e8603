package dev.housecount.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.app.Composition;
import dev.housecount.app.Inputs;
import dev.housecount.catalog.PushedPage;
import dev.housecount.collect.Batch;
import dev.housecount.collect.Sender;
import dev.housecount.collect.Submission;
import dev.housecount.event.EntityRef;
import dev.housecount.event.RawEvent;
import dev.housecount.insights.CatalogDirectory;
import dev.housecount.insights.Days;
import dev.housecount.insights.Filter;
import dev.housecount.insights.Filters;
import dev.housecount.insights.Grain;
import dev.housecount.insights.Insights;
import dev.housecount.insights.LiveSource;
import dev.housecount.insights.Older;
import dev.housecount.insights.Question;
import dev.housecount.insights.Report;
import dev.housecount.insights.Row;
import dev.housecount.insights.SmallGroups;
import dev.housecount.insights.Table;
import dev.housecount.person.InMemoryPeopleStore;
import dev.housecount.store.InMemoryChunkStore;
import dev.housecount.store.InMemoryRecordStore;
import dev.housecount.testing.Events;
import dev.housecount.testing.MutableClock;
import dev.housecount.testing.Pipeline;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * People change their teams, teams their place, entities their owners, while all is used: what is
 * digested without times counts for the team and the owner of its own time, as its events do.
 */
class ChangingCatalogTest {
  private static final LocalDate FIRST = LocalDate.parse("2100-09-20");
  private static final LocalDate TODAY = FIRST.plusDays(50);
  private static final int PEOPLE = 9;
  private static final int THINGS = 5;
  private static final List<String> TEAMS = List.of("all", "red", "blue", "light-blue");
  private static final LiveSource.Budget ENDLESS =
      new LiveSource.Budget(Integer.MAX_VALUE, () -> Duration.ofHours(1), () -> 0);

  private static final Random RANDOM = new Random(14);
  private static final MutableClock CLOCK =
      new MutableClock(FIRST.atTime(7, 0).toInstant(ZoneOffset.UTC));
  private static final InMemoryChunkStore EVENTS = new InMemoryChunkStore();
  private static final Composition CORE =
      new Composition(
          Pipeline.inputs(
              new Inputs.Stores(
                  EVENTS,
                  EVENTS,
                  new InMemoryChunkStore(),
                  new InMemoryPeopleStore(),
                  new InMemoryRecordStore(CLOCK),
                  new InMemoryRecordStore(CLOCK)),
              CLOCK));

  /** What the catalog has, by name. */
  private static final Map<String, Map<String, Object>> CATALOG = new TreeMap<>();

  private static int generations;

  @BeforeAll
  static void live() {
    Stream.of("all", "red", "blue").forEach(team -> put("Group", team, Map.of()));
    put("Group", "light-blue", Map.of("parent", "blue"));
    for (int i = 0; i < PEOPLE; i++) {
      move(i);
    }
    for (int i = 0; i < THINGS; i++) {
      give(i);
    }
    while (CLOCK.instant().isBefore(TODAY.atTime(9, 0).toInstant(ZoneOffset.UTC))) {
      if (CATALOG.size() > generations * 3 || RANDOM.nextInt(9) == 0) {
        push();
      }
      CLOCK.advance(Duration.ofMillis(RANDOM.nextInt(5_000_000)));
      for (int i = 0; i < PEOPLE; i++) {
        if (RANDOM.nextInt(6) == 0) {
          act("user:default/p" + i);
        }
      }
      CORE.rollups().seal();
      CORE.rollups().digest();
      change();
    }
  }

  private static void change() {
    switch (RANDOM.nextInt(12)) {
      case 0 -> move(RANDOM.nextInt(PEOPLE));
      case 1, 2 -> give(RANDOM.nextInt(THINGS));
      case 3 -> CATALOG.remove("c" + RANDOM.nextInt(THINGS));
      case 4 ->
          put(
              "Group",
              "light-blue",
              RANDOM.nextBoolean() ? Map.of() : Map.of("parent", any("red", "blue")));
      case 5 -> put("Group", "red", RANDOM.nextBoolean() ? Map.of() : Map.of("parent", "all"));
      default -> {}
    }
  }

  private static void move(int person) {
    put("User", "p" + person, Map.of("memberOf", List.of(any(TEAMS.toArray(String[]::new)))));
  }

  private static void give(int thing) {
    String owner = any(TEAMS.toArray(String[]::new));
    put(
        "Component",
        "c" + thing,
        Map.of("owner", owner, "type", any("service", "website"), "lifecycle", any("new", "old")));
  }

  private static String any(String... some) {
    return some[RANDOM.nextInt(some.length)];
  }

  private static void put(String kind, String name, Map<String, Object> spec) {
    CATALOG.put(name, Map.of("kind", kind, "metadata", Map.of("name", name), "spec", spec));
  }

  /** At a whole second: what is sealed knows visits to the second. */
  private static void push() {
    CLOCK.set(CLOCK.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
    String generation = "g" + generations++;
    List<PushedPage.Line> lines = new ArrayList<>();
    CATALOG.values().forEach(entity -> lines.add(new PushedPage.Line(lines.size() + 1, entity)));
    assertThat(CORE.catalog().take(new PushedPage("default", generation, 1, lines)).rejected())
        .isEmpty();
    CORE.catalog().complete("default", generation, 1, false);
  }

  private static void act(String user) {
    List<Submission> deeds = new ArrayList<>();
    Instant at = CLOCK.instant();
    for (int i = RANDOM.nextInt(4); i >= 0; i--) {
      String thing = "/default/component/c" + RANDOM.nextInt(THINGS);
      RawEvent deed =
          switch (RANDOM.nextInt(6)) {
            case 0 -> Events.raw("search", any("kafka", "redis"), user, at);
            case 1 -> Events.raw("navigate", "/docs" + thing, user, at);
            case 2 -> Events.raw("navigate", "/create/templates/default/new", user, at);
            case 3 -> Events.raw("not-found", "/catalog" + thing + "/gone", user, at);
            case 4 -> Events.raw("create", "template:default/new", user, at);
            default -> Events.raw("navigate", "/catalog" + thing, user, at);
          };
      deeds.add(Submission.of(deed));
      at = at.minusMillis(RANDOM.nextInt(900_000));
    }
    CORE.collector().collect(new Batch(deeds, null, CLOCK.instant(), "default", Sender.of("test")));
  }

  static Stream<String> reports() {
    return Insights.reports().stream().map(report -> report.card().name());
  }

  @ParameterizedTest
  @MethodSource("reports")
  void digests_areOfTheTeamAndTheOwnerOfTheirTime(String name) {
    Report report = Insights.report(name).orElseThrow();
    Insights unsealed =
        new Insights(
            Pipeline.live(EVENTS, CLOCK),
            () -> new CatalogDirectory(CORE.catalog()),
            new SmallGroups(1),
            Pipeline.RETENTION.longest(),
            ZoneOffset.UTC,
            CLOCK,
            Older.NOTHING);
    Insights sealed = CORE.insights(new SmallGroups(1), ENDLESS);
    for (Filter filter : filters()) {
      Question question =
          new Question(
              new Days(FIRST.plusDays(12), TODAY),
              ZoneOffset.UTC,
              new Days(FIRST, FIRST.plusDays(12)),
              filter,
              report.card().name().equals("active-users") ? Grain.WEEK : null,
              100,
              null,
              Set.of());
      dev.housecount.insights.Answer expected = unsealed.answer(report, question);
      dev.housecount.insights.Answer found = sealed.answer(report, question);
      assertThat(texts(found.table())).as("%s", filter).isEqualTo(texts(expected.table()));
      assertThat(texts(found.previous()))
          .as("%s before", filter)
          .isEqualTo(texts(expected.previous()));
    }
  }

  private static List<String> texts(Table table) {
    return Stream.concat(table.rows().stream(), Stream.of(table.total()))
        .map(Row::values)
        .map(Map::toString)
        .toList();
  }

  private static List<Filter> filters() {
    List<Filter> filters = new ArrayList<>();
    filters.add(Filter.of("default"));
    filters.add(Filters.ofTypes("website", "old"));
    for (String team : TEAMS) {
      EntityRef ref = new EntityRef("group", "default", team);
      filters.add(Filters.ofTeam(ref, false));
      filters.add(Filters.ofTeam(ref, true));
      filters.add(Filters.ownedBy(ref));
    }
    return filters;
  }
}
