package dev.housecount.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.event.HydratedEvent;
import dev.housecount.store.Chunk;
import dev.housecount.store.ChunkReader;
import dev.housecount.store.Chunker;
import dev.housecount.store.InMemoryChunkStore;
import dev.housecount.store.Order;
import dev.housecount.store.RetentionPolicy;
import dev.housecount.store.Scan;
import dev.housecount.testing.Events;
import dev.housecount.testing.MutableClock;
import dev.housecount.testing.Pipeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeTry;

/** Pages against a model: all events sorted, each once. */
class EventFinderPropertyTest {
  private static final Instant NOW = Instant.parse("2026-03-02T00:30:00Z");
  private static final RetentionPolicy RETENTION =
      new RetentionPolicy(Duration.ofDays(90), Map.of());

  private final Chunker chunker = new Chunker(RETENTION, Pipeline.POLICY.version());
  private InMemoryChunkStore store = new InMemoryChunkStore();

  @BeforeTry
  void emptyStore() {
    store = new InMemoryChunkStore();
  }

  @Property(tries = 400)
  void pages_showEveryEventOnce_inOrder(
      @ForAll Random random,
      @ForAll Order order,
      @ForAll @IntRange(min = 1, max = 40) int limit,
      @ForAll boolean ranged) {
    List<HydratedEvent> sent = resent(random);
    Instant from = ranged ? NOW.minus(Duration.ofHours(40)) : null;
    Instant to = ranged ? NOW.minus(Duration.ofMinutes(70)) : null;
    EventQuery query =
        new EventQuery(
            new EventFilter(null, "navigate", null, null, null, null), from, to, order, limit);
    assertThat(ids(pages(query, Duration.ofMinutes(1)))).isEqualTo(model(sent, query));
  }

  @Property(tries = 200)
  void pages_neitherRepeatNorLose_whileNewOnesArrive(
      @ForAll Random random, @ForAll Order order, @ForAll @IntRange(min = 1, max = 20) int limit) {
    List<HydratedEvent> before = resent(random);
    EventQuery query = new EventQuery(EventFilter.ANY, null, null, order, limit);
    EventFinder finder =
        new EventFinder(store, RETENTION, new MutableClock(NOW), Duration.ofMinutes(1));
    List<String> seen = new ArrayList<>();
    Position after = null;
    int arrivals = 0;
    do {
      EventPage page = finder.find(query, after);
      seen.addAll(ids(page.events()));
      after = page.next();
      // Resends of what was there, mixed with new events.
      List<HydratedEvent> mixed = new ArrayList<>();
      mixed.add(Events.stored("new" + arrivals++, "navigate", "alice", time(random), true));
      mixed.add(before.get(random.nextInt(before.size())));
      store.write(chunker.cut(mixed));
    } while (after != null);
    assertThat(seen).doesNotHaveDuplicates();
    assertThat(seen)
        .containsAll(before.stream().map(event -> event.event().id().value()).distinct().toList());
  }

  @Property(tries = 100)
  void pages_whenTimeIsUp_endEarly_andLoseNothing(@ForAll Random random, @ForAll Order order) {
    List<HydratedEvent> sent = resent(random);
    EventQuery query =
        new EventQuery(
            new EventFilter(null, "navigate", null, null, null, null), null, null, order, 10);
    assertThat(ids(pages(query, Duration.ofMillis(1500)))).isEqualTo(model(sent, query));
  }

  /** A clock that goes on a little with every chunk read, so that the budget really ends pages. */
  private List<HydratedEvent> pages(EventQuery query, Duration budget) {
    List<HydratedEvent> all = new ArrayList<>();
    Position after = null;
    Duration allowed = budget;
    do {
      MutableClock clock = new MutableClock(NOW);
      EventPage page =
          new EventFinder(ticking(clock), RETENTION, clock, allowed).find(query, after);
      all.addAll(page.events());
      // Without progress only more time helps.
      allowed = page.next() != null && page.next().equals(after) ? allowed.multipliedBy(2) : budget;
      after = page.next();
    } while (after != null);
    return all;
  }

  private ChunkReader ticking(MutableClock clock) {
    return new ChunkReader() {
      @Override
      public Iterator<Chunk> read(Scan scan) {
        Iterator<Chunk> chunks = store.read(scan);
        return new Iterator<>() {
          @Override
          public boolean hasNext() {
            return chunks.hasNext();
          }

          @Override
          public Chunk next() {
            clock.advance(Duration.ofMillis(100));
            return chunks.next();
          }
        };
      }

      @Override
      public boolean isReady() {
        return true;
      }
    };
  }

  /**
   * Batches of several users; parts of them sent again, mixed with others; some without exact
   * times.
   */
  private List<HydratedEvent> resent(Random random) {
    List<HydratedEvent> sent = new ArrayList<>();
    int batches = 1 + random.nextInt(25);
    for (int b = 0; b < batches; b++) {
      List<HydratedEvent> batch = new ArrayList<>();
      String user = "user" + random.nextInt(3);
      boolean exact = random.nextInt(4) > 0;
      Instant near = time(random);
      int size = 1 + random.nextInt(12);
      for (int i = 0; i < size; i++) {
        Instant at = near.minusMillis(random.nextInt(random.nextBoolean() ? 30_000 : 5_000_000));
        batch.add(
            Events.stored(
                "b" + b + "e" + i, random.nextInt(3) > 0 ? "navigate" : "click", user, at, exact));
      }
      store.write(chunker.cut(batch));
      sent.addAll(batch);
      if (random.nextBoolean()) {
        List<HydratedEvent> again = new ArrayList<>();
        for (HydratedEvent event : batch) {
          if (random.nextBoolean()) {
            Instant at = event.event().time().at();
            Instant later = exact ? at : at.plusMillis(random.nextInt(200_000));
            again.add(
                Events.stored(
                    event.event().id().value(), event.event().action(), user, later, exact));
          }
        }
        store.write(chunker.cut(again));
        sent.addAll(again);
      }
    }
    return sent;
  }

  private static Instant time(Random random) {
    return NOW.minusMillis(
        (long) (random.nextDouble() * Duration.ofHours(random.nextBoolean() ? 3 : 60).toMillis()));
  }

  private static List<String> model(List<HydratedEvent> sent, EventQuery query) {
    Comparator<HydratedEvent> byPosition = Comparator.comparing(Position::of);
    Map<String, HydratedEvent> oldest = new HashMap<>();
    sent.stream()
        .filter(e -> query.from() == null || !e.event().time().at().isBefore(query.from()))
        .filter(e -> query.to() == null || e.event().time().at().isBefore(query.to()))
        .forEach(
            e ->
                oldest.merge(
                    e.event().id().value(), e, (a, b) -> byPosition.compare(a, b) <= 0 ? a : b));
    Set<String> actions = new HashSet<>(Set.of("navigate"));
    return oldest.values().stream()
        .filter(e -> actions.contains(e.event().action()))
        .sorted(query.order() == Order.ASC ? byPosition : byPosition.reversed())
        .map(e -> e.event().id().value())
        .toList();
  }

  private static List<String> ids(List<HydratedEvent> events) {
    return events.stream().map(event -> event.event().id().value()).toList();
  }
}
