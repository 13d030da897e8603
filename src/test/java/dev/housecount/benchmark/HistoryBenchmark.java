package dev.housecount.benchmark;

import dev.housecount.app.Composition;
import dev.housecount.app.Inputs;
import dev.housecount.catalog.PushedPage;
import dev.housecount.collect.Batch;
import dev.housecount.collect.Sender;
import dev.housecount.collect.Submission;
import dev.housecount.edge.policy.EffectivePolicy;
import dev.housecount.edge.policy.PolicyLayer;
import dev.housecount.edge.policy.PolicyReader;
import dev.housecount.event.RawEvent;
import dev.housecount.insights.Answer;
import dev.housecount.insights.CatalogDirectory;
import dev.housecount.insights.Census;
import dev.housecount.insights.Days;
import dev.housecount.insights.Filter;
import dev.housecount.insights.Filters;
import dev.housecount.insights.Insights;
import dev.housecount.insights.LiveSource;
import dev.housecount.insights.Question;
import dev.housecount.insights.Report;
import dev.housecount.insights.SmallGroups;
import dev.housecount.person.InMemoryPeopleStore;
import dev.housecount.store.InMemoryChunkStore;
import dev.housecount.store.InMemoryRecordStore;
import dev.housecount.testing.CountingRecordStore;
import dev.housecount.testing.MutableClock;
import dev.housecount.testing.Pipeline;
import dev.housecount.testing.PortalTraffic;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What it costs to read a long time of what is sealed, in read units by size, and how that grows
 * with what people do. Everybody does the same things again and again, as people do, and reports
 * are read in the morning, when yesterday has its digest: before that it is read by the event, as
 * is who was there where a filter looks at what was done. A person of three hundred changes teams
 * on a day, and so do things their owners. Run with {@code ./mvnw test -Dtest=HistoryBenchmark};
 * {@code -Dbenchmark.users}, {@code -Dbenchmark.days} and {@code -Dbenchmark.sessions} set how many
 * people and days there are, and how many times as much is done.
 */
class HistoryBenchmark {
  private static final LocalDate FIRST = LocalDate.parse("2100-09-01");
  private static final int USERS = Integer.getInteger("benchmark.users", 100);
  private static final int DAYS = Integer.getInteger("benchmark.days", 80);
  private static final int SESSIONS = Integer.getInteger("benchmark.sessions", 10);
  private static final int BATCH = 20;
  private static final int TEAMS = Math.max(8, USERS / 4);
  private static final String PORTAL = "default";

  /** With a margin: runs may go on for a day. */
  private static final EffectivePolicy ALL_IS_KEPT =
      PolicyReader.read(
          List.of(
              PolicyLayer.yaml(
                  "benchmark",
                  "version: 1\nactions: {'*': {retention: %d}, search: {retention: %d}}"
                      .formatted(DAYS + 10, DAYS + 10))));

  /** Each of so many sessions of a person is repeated again and again. */
  private static final int HABITS = 1;

  /** The hour in which reports are read. */
  private static final int MORNING = 9;

  /** A fifth of the people is there on a day. */
  private static final int PRESENT = 5;

  private static final BenchmarkFigures FIGURES = new BenchmarkFigures();

  @Test
  void unitsOfReports_asPeopleDoMore() {
    Map<String, Double> few = new PortalHistory(1).units();
    few.forEach(
        (report, units) ->
            FIGURES.add(report + ", a session of 20 events a day: read units", units));
    if (SESSIONS > 1) {
      Map<String, Double> many = new PortalHistory(SESSIONS).units();
      few.forEach(
          (report, units) ->
              FIGURES.add(
                  report + ", " + SESSIONS + " sessions a day: times as many",
                  many.getOrDefault(report, 0.0) / units,
                  1.2));
    }
    FIGURES.print();
  }

  /** A portal in memory in which people do the same again and again. */
  private static final class PortalHistory {
    private final MutableClock clock =
        new MutableClock(FIRST.atStartOfDay().toInstant(ZoneOffset.UTC));
    private final InMemoryChunkStore events = new InMemoryChunkStore();
    private final CountingRecordStore records =
        new CountingRecordStore(new InMemoryRecordStore(clock));
    private final CountingRecordStore facts =
        new CountingRecordStore(new InMemoryRecordStore(clock));
    private final Random random = new Random(14);
    private final Staff staff = new Staff(USERS, TEAMS);
    private final Composition core = composition();

    PortalHistory(int sessions) {
      for (int day = 0; day < DAYS; day++) {
        staff.goOn(random);
        push(day);
        for (int hour = 0; hour < 24; hour++) {
          clock.advance(Duration.ofHours(1));
          boolean atWork = hour >= 8 && hour < 18;
          for (int user = 0; atWork && user < USERS; user++) {
            if (isThere(user, day)) {
              work(user, sessions);
            }
          }
          tend();
        }
      }
      for (int hour = 0; hour < MORNING; hour++) {
        clock.advance(Duration.ofHours(1));
        tend();
      }
    }

    private void push(int generation) {
      int page = 0;
      for (List<PushedPage.Line> lines : staff.pages()) {
        page++;
        core.catalog().take(new PushedPage(PORTAL, "g" + generation, page, lines));
      }
      core.catalog().complete(PORTAL, "g" + generation, page, false);
    }

    private void tend() {
      core.rollups().seal();
      core.rollups().digest();
    }

    /** Another one has read nothing lately. */
    private Composition composition() {
      Inputs.Stores stores =
          new Inputs.Stores(
              events, events, new InMemoryChunkStore(), new InMemoryPeopleStore(), facts, records);
      return new Composition(Pipeline.inputs(stores, clock).withPolicy(ALL_IS_KEPT));
    }

    private static boolean isThere(int user, int day) {
      return (user * 7 + day) % PRESENT == 0;
    }

    /** So many times in ten hours. */
    private void work(int user, int sessions) {
      for (int i = 0; i < sessions; i++) {
        if (random.nextInt(10) == 0) {
          session(user);
        }
      }
    }

    private void session(int user) {
      Instant at = clock.instant().minusSeconds(random.nextInt(240));
      long habit = user * 1_000L + random.nextInt(HABITS);
      List<RawEvent> session =
          new PortalTraffic(habit, true, false).session("user:default/p" + user, at, BATCH);
      List<Submission> submissions = session.stream().map(Submission::of).toList();
      core.collector()
          .collect(new Batch(submissions, null, clock.instant(), PORTAL, Sender.of("test")));
    }

    /** By what is asked, on an instance that has read nothing. */
    Map<String, Double> units() {
      Map<String, Double> units = new LinkedHashMap<>();
      for (Report report : Insights.reports()) {
        filters()
            .forEach(
                (name, filter) -> units.put(report.card().name() + name, units(report, filter)));
      }
      facts.reset();
      Census unused = new CatalogDirectory(composition().catalog()).census(PORTAL, clock.instant());
      units.put("people and teams, for any of them", facts.readUnits());
      return units;
    }

    private static Map<String, Filter> filters() {
      Map<String, Filter> filters = new LinkedHashMap<>();
      filters.put("", Filter.of(PORTAL));
      filters.put(" of a team", Filters.ofTeam(Staff.TEAM, false));
      filters.put(" of an owner", Filters.ownedBy(Staff.TEAM));
      return filters;
    }

    private double units(Report report, Filter filter) {
      LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      Question question =
          new Question(
              new Days(FIRST, today), ZoneOffset.UTC, null, filter, null, 100, null, Set.of());
      Insights insights =
          composition()
              .insights(
                  new SmallGroups(1),
                  new LiveSource.Budget(Integer.MAX_VALUE, () -> Duration.ofMinutes(10), () -> 0));
      records.reset();
      Answer unused = insights.answer(report, question);
      return records.readUnits();
    }
  }
}
