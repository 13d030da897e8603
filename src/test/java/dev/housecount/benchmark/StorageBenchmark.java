package dev.housecount.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.collect.Batch;
import dev.housecount.collect.Sender;
import dev.housecount.collect.Submission;
import dev.housecount.edge.dynamodb.DynamoDbChunkStore;
import dev.housecount.event.RawEvent;
import dev.housecount.event.Versions;
import dev.housecount.query.EventFilter;
import dev.housecount.query.EventQuery;
import dev.housecount.store.Order;
import dev.housecount.testing.ConsumedCapacity;
import dev.housecount.testing.DynamoDbLocal;
import dev.housecount.testing.MutableClock;
import dev.housecount.testing.Pipeline;
import dev.housecount.testing.PortalTraffic;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What storing and reading cost, in DynamoDB's own units. Run with {@code ./mvnw test
 * -Dtest=StorageBenchmark}; {@code -Dbenchmark.events} sets how many events the large table holds.
 */
class StorageBenchmark {
  private static final Instant NOW = Instant.parse("2100-11-20T12:00:00Z");
  private static final int LARGE = Integer.getInteger("benchmark.events", 1_000_000);
  private static final int SMALL = LARGE / 100;
  private static final EventFilter NAVIGATE =
      new EventFilter(null, "navigate", null, null, null, null, null, null);

  private final ConsumedCapacity consumed = new ConsumedCapacity();
  private final DynamoDbClient client = DynamoDbLocal.client(consumed);

  @Test
  void writeUnitsPerThousandEvents() {
    say("write units per 1,000 events", "old frontend", "new frontend", "with UUIDs of the sender");
    for (int size : new int[] {1, 5, 20, 100}) {
      double old = writeUnits(new PortalTraffic(1, false, false), size);
      double fresh = writeUnits(new PortalTraffic(2, true, false), size);
      double ids = writeUnits(new PortalTraffic(3, true, true), size);
      say("  batches of " + size + " of one user", format(old), format(fresh), format(ids));
      double most = size == 1 ? 1150 : size == 20 ? 60 : Double.MAX_VALUE;
      assertThat(List.of(old, fresh, ids))
          .allSatisfy(units -> assertThat(units).isLessThanOrEqualTo(most));
    }
  }

  @Test
  void readUnitsOfTheNewestHundred() {
    say("read units for the newest 100 navigate events", "batches of 20", "batches of 1", "");
    double small20 = readUnits(SMALL, 20);
    double small1 = readUnits(SMALL, 1);
    say("  of " + SMALL + " stored over 90 days", format(small20), format(small1), "");
    double large20 = readUnits(LARGE, 20);
    say("  of " + LARGE + " stored over 90 days", format(large20), "", "");
    assertThat(List.of(large20, small20, small1))
        .allSatisfy(units -> assertThat(units).isLessThanOrEqualTo(25));
  }

  private double writeUnits(PortalTraffic traffic, int size) {
    int events = 10_000;
    Pipeline pipeline = pipeline(DynamoDbLocal.table(client));
    consumed.reset();
    for (int i = 0; i < events / size; i++) {
      Instant at = NOW.minus(Duration.ofSeconds(i * 40L));
      pipeline.collect(batch(traffic.session("user:default/person-" + i % 500, at, size)));
    }
    return consumed.writeUnits() * 1000 / events;
  }

  private double readUnits(int events, int size) {
    Pipeline pipeline = pipeline(DynamoDbLocal.table(client));
    PortalTraffic traffic = new PortalTraffic(events + size, false, false);
    Random random = new Random(events);
    long span = Duration.ofDays(90).minusHours(1).toMillis();
    for (int i = 0; i < events / size; i++) {
      Instant at = NOW.minus((long) (random.nextDouble() * span), ChronoUnit.MILLIS);
      List<RawEvent> batch = traffic.session("user:default/person-" + i % 500, at, size);
      pipeline.collect(NOW, batch);
    }
    consumed.reset();
    EventQuery query = new EventQuery(NAVIGATE, null, null, Order.DESC, 100);
    assertThat(pipeline.finder().find(query, null).events()).hasSize(100);
    return consumed.readUnits();
  }

  /** As today's module sends it: with its version and Backstage's. */
  private static Batch batch(List<RawEvent> events) {
    Sender sender = Sender.of("test").recordingWith(new Versions("0.2.0", "1.57.0"));
    List<Submission> submissions = events.stream().map(Submission::of).toList();
    return new Batch(submissions, null, NOW, "default", sender);
  }

  private Pipeline pipeline(String table) {
    DynamoDbChunkStore store = new DynamoDbChunkStore(client, table);
    return new Pipeline(store, store, new MutableClock(NOW));
  }

  private static String format(double units) {
    return String.format(Locale.ROOT, "%.1f", units);
  }

  @SuppressWarnings("SystemOut") // the benchmark's result
  private static void say(String what, String... figures) {
    System.out.printf(
        Locale.ROOT, "%-50s %15s %15s %25s%n", what, figures[0], figures[1], figures[2]);
  }
}
