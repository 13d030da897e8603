package dev.housecount.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.event.FieldValue;
import dev.housecount.event.RawEvent;
import dev.housecount.query.EventFilter;
import dev.housecount.query.EventQuery;
import dev.housecount.query.FoundEvent;
import dev.housecount.store.InMemoryChunkStore;
import dev.housecount.store.Order;
import dev.housecount.testing.MutableClock;
import dev.housecount.testing.Pipeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The generic HTTP module: no ids; a failed flush comes again with the next, half an hour later.
 */
class ResendTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Duration FLUSH = Duration.ofMinutes(30);

  private final InMemoryChunkStore store = new InMemoryChunkStore();
  private final MutableClock clock = new MutableClock(NOON.plus(Duration.ofHours(3)));

  @Test
  void resentMixedInOtherOrderThroughAnotherInstance_countsOnce_andIsMarkedOnce() {
    Random random = new Random(5);
    List<RawEvent> pending = new ArrayList<>();
    int sent = 0;
    for (int flush = 0; flush < 4; flush++) {
      Instant receivedAt = NOON.plus(FLUSH.multipliedBy(flush + 1));
      for (int i = 0; i < 10; i++) {
        Instant at = receivedAt.minus(FLUSH).plusSeconds(120 + i * 60);
        pending.add(visit("/page-" + i, "root", "user:default/alice", at));
        pending.add(visit("/page-" + i, "catalog", "user:default/alice", at.plusSeconds(2)));
        sent += 2;
      }
      Collections.shuffle(pending, random);
      // Every time as if by a new instance, which remembers nothing.
      CollectResult result = pipeline().collect(receivedAt, pending);
      assertThat(result.accepted()).isEqualTo(pending.size());
    }
    List<FoundEvent> found = find();
    assertThat(found).hasSize(sent);
    assertThat(found).filteredOn(event -> event.mark() == null).hasSize(sent / 2);
  }

  @Test
  void duplicates_areThoseThatThisInstanceKnows() {
    Pipeline instance = pipeline();
    RawEvent first = visit("/a", "catalog", "alice", NOON);
    RawEvent second = visit("/b", "catalog", "alice", NOON);
    assertThat(instance.collect(NOON, List.of(first)).duplicates()).isZero();
    assertThat(instance.collect(NOON, List.of(second, first, second)).duplicates()).isEqualTo(2);
    assertThat(pipeline().collect(NOON, List.of(first)).duplicates()).isZero();
  }

  private Pipeline pipeline() {
    return new Pipeline(store, store, clock);
  }

  private List<FoundEvent> find() {
    EventQuery query = new EventQuery(EventFilter.ANY, null, null, Order.DESC, 1000);
    return pipeline().finder().find(query, null).events();
  }

  private static RawEvent visit(String path, String plugin, String user, Instant at) {
    return new RawEvent(
        null,
        "navigate",
        path,
        null,
        Map.of(),
        Map.of("pluginId", new FieldValue.Text(plugin)),
        user,
        "f2b0c0de-0000-4000-8000-000000000001",
        at);
  }
}
