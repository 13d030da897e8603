package dev.housecount.testing;

import dev.housecount.edge.dynamodb.DynamoDbChunkStore;
import dev.housecount.event.HydratedEvent;
import dev.housecount.event.RawEvent;
import dev.housecount.query.Bookmark;
import dev.housecount.query.EventFilter;
import dev.housecount.query.EventPage;
import dev.housecount.query.EventQuery;
import dev.housecount.store.Order;
import dev.housecount.testing.FaultyDynamoDb.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Batches of 20 from several clients through a DynamoDB that fails, then a count of what /query
 * shows.
 */
public final class FaultRun {
  private static final Instant NOW = Instant.parse("2100-11-20T12:00:00Z");
  private static final int CLIENTS = 20;
  private static final int BATCH = 20;

  private FaultRun() {}

  /** What came of it. */
  public record Outcome(
      int sent, int lost, int doubled, int failedRequests, Map<Fault, AtomicInteger> injected) {}

  /**
   * @param rate the share of DynamoDB's calls that fail, from 0 to 1
   * @param progress told after each batch how many were sent
   */
  public static Outcome run(int batches, double rate, IntConsumer progress) {
    try (FaultyDynamoDb faulty = new FaultyDynamoDb(rate, batches)) {
      String table = DynamoDbLocal.table(DynamoDbLocal.client());
      DynamoDbChunkStore failing =
          new DynamoDbChunkStore(DynamoDbLocal.impatientClient(faulty.endpoint()), table);
      DynamoDbChunkStore sound = new DynamoDbChunkStore(DynamoDbLocal.client(), table);
      Pipeline pipeline = new Pipeline(failing, sound, new MutableClock(NOW));
      PortalTraffic traffic = new PortalTraffic(batches, false, false);
      List<ResendingClient> clients = new ArrayList<>();
      for (int c = 0; c < CLIENTS; c++) {
        clients.add(new ResendingClient(pipeline, c));
      }
      Set<List<Object>> sent = new HashSet<>();
      for (int b = 0; b < batches; b++) {
        Instant at = NOW.minus(Duration.ofSeconds(2L * (batches - b)));
        List<RawEvent> batch = traffic.session("user:default/p" + b % CLIENTS, at, BATCH);
        batch.forEach(
            event ->
                sent.add(
                    List.of(event.user(), event.timestamp(), event.action(), event.sessionId())));
        clients.get(b % CLIENTS).send(NOW, batch);
        progress.accept(b + 1);
      }
      clients.forEach(client -> client.drain(NOW));
      int failed = clients.stream().mapToInt(ResendingClient::failures).sum();
      List<HydratedEvent> found = all(pipeline);
      int distinct = new HashSet<>(found.stream().map(e -> e.event().id()).toList()).size();
      return new Outcome(
          sent.size(), sent.size() - distinct, found.size() - distinct, failed, faulty.injected());
    }
  }

  private static List<HydratedEvent> all(Pipeline pipeline) {
    List<HydratedEvent> found = new ArrayList<>();
    EventQuery query =
        new EventQuery(EventFilter.ANY, null, null, Order.DESC, EventQuery.MAX_LIMIT);
    Bookmark after = null;
    do {
      EventPage page = pipeline.finder().find(query, after);
      page.events().forEach(event -> found.add(event.event()));
      after = page.next();
    } while (after != null);
    return found;
  }
}
