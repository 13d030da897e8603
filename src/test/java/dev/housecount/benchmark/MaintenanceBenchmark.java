package dev.housecount.benchmark;

import dev.housecount.app.Composition;
import dev.housecount.app.Inputs;
import dev.housecount.collect.Batch;
import dev.housecount.collect.Sender;
import dev.housecount.collect.Submission;
import dev.housecount.edge.dynamodb.DynamoDbChunkStore;
import dev.housecount.edge.dynamodb.DynamoDbRecordStore;
import dev.housecount.event.RawEvent;
import dev.housecount.insights.Answer;
import dev.housecount.insights.Days;
import dev.housecount.insights.Filter;
import dev.housecount.insights.Insights;
import dev.housecount.insights.LiveSource;
import dev.housecount.insights.Question;
import dev.housecount.insights.SmallGroups;
import dev.housecount.person.InMemoryPeopleStore;
import dev.housecount.store.InMemoryChunkStore;
import dev.housecount.store.InMemoryRecordStore;
import dev.housecount.store.TimeLeft;
import dev.housecount.testing.ConsumedCapacity;
import dev.housecount.testing.DynamoDbLocal;
import dev.housecount.testing.MutableClock;
import dev.housecount.testing.Pipeline;
import dev.housecount.testing.PortalTraffic;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What it costs to seal what people do, and to read it, in units as DynamoDB Local counts them,
 * beside what it may cost. Maintenance runs every five minutes, the rest every hour. Run with
 * {@code ./mvnw test -Dtest=MaintenanceBenchmark}; {@code -Dbenchmark.users} sets how many people a
 * portal has.
 */
class MaintenanceBenchmark {
  private static final LocalDate FIRST = LocalDate.parse("2100-11-15");
  private static final int USERS = Integer.getInteger("benchmark.users", 1_000);
  private static final int BATCH = 20;
  private static final int EVENTS_OF_A_USER = 50;
  private static final int DAYS = 3;
  private static final Duration STEP = Duration.ofMinutes(5);

  private static final BenchmarkFigures FIGURES = new BenchmarkFigures();

  private final ConsumedCapacity consumed = new ConsumedCapacity();
  private final DynamoDbClient client = DynamoDbLocal.client(consumed);
  private final MutableClock clock =
      new MutableClock(FIRST.atStartOfDay().toInstant(ZoneOffset.UTC));
  private final Random random = new Random(14);
  private final PortalTraffic traffic = new PortalTraffic(14, true, false);
  private final Composition core = composition();
  private double written;
  private double read;

  @AfterAll
  static void print() {
    FIGURES.print();
  }

  @Test
  void aBusyPortal() {
    int events = USERS * EVENTS_OF_A_USER;
    live(events, 2); // the first days give people their ordinals
    written = 0;
    read = 0;
    live(events, DAYS);
    double thousands = events * DAYS / 1000.0;
    FIGURES.add("sealing 1,000 events of batches of 20: write units", written / thousands, 15);
    FIGURES.add("sealing 1,000 events of batches of 20: read units", read / thousands, 15);
    FIGURES.add("summary of 4 days of " + events + " events: read units", units("summary"));
    FIGURES.add("the same again: read units", units("summary"), 50);
    FIGURES.add("active users of these days: read units", units("active-users"));
  }

  @Test
  void aSmallPortal() {
    live(1_000, 1);
    written = 0;
    live(1_000, DAYS);
    FIGURES.add("a portal with 1,000 events a day: write units a day", written / DAYS, 100);
  }

  @Test
  void anIdlePortal() {
    live(1_000, 1);
    live(0, 1);
    written = 0;
    read = 0;
    live(0, DAYS);
    FIGURES.add("an idle portal: write units a day", written / DAYS, 20);
    FIGURES.add("an idle portal: read units a day", read / DAYS);
  }

  private Composition composition() {
    DynamoDbChunkStore events = new DynamoDbChunkStore(client, DynamoDbLocal.table(client));
    Inputs.Stores stores =
        new Inputs.Stores(
            events,
            events,
            new InMemoryChunkStore(),
            new InMemoryPeopleStore(),
            new InMemoryRecordStore(clock),
            new DynamoDbRecordStore(client, DynamoDbLocal.table(client), clock, TimeLeft.ENDLESS));
    return new Composition(Pipeline.inputs(stores, clock));
  }

  /** From eight to eighteen people work. */
  private void live(int eventsADay, int days) {
    Instant end = clock.instant().plus(Duration.ofDays(days));
    double batchesAStep = eventsADay / (double) BATCH / Duration.ofHours(10).dividedBy(STEP);
    double due = 0;
    while (clock.instant().isBefore(end)) {
      clock.advance(STEP);
      int hour = clock.instant().atOffset(ZoneOffset.UTC).getHour();
      due += hour >= 8 && hour < 18 ? batchesAStep : 0;
      for (; due >= 1; due--) {
        collect();
      }
      consumed.reset();
      core.rollups().seal();
      if (clock.instant().atOffset(ZoneOffset.UTC).getMinute() == 0) {
        core.rollups().purge();
        core.rollups().digest();
      }
      written += consumed.writeUnits();
      read += consumed.readUnits();
    }
  }

  private void collect() {
    Instant at = clock.instant().minusSeconds(random.nextInt(240));
    String user = "user:default/person-" + random.nextInt(USERS);
    List<RawEvent> events = traffic.session(user, at, BATCH);
    List<Submission> submissions = events.stream().map(Submission::of).toList();
    core.collector()
        .collect(new Batch(submissions, null, clock.instant(), "default", Sender.of("test")));
  }

  private double units(String report) {
    Insights insights =
        core.insights(
            new SmallGroups(1),
            new LiveSource.Budget(
                Integer.MAX_VALUE, () -> Duration.ofMinutes(10), consumed::readUnits));
    LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    Days days = new Days(today.minusDays(4), today);
    Question question =
        new Question(days, ZoneOffset.UTC, null, Filter.of("default"), null, 100, null, Set.of());
    double before = consumed.readUnits();
    Answer unused = insights.answer(Insights.report(report).orElseThrow(), question);
    return consumed.readUnits() - before;
  }
}
