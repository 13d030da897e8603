package dev.housecount.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.event.HydratedEvent;
import dev.housecount.store.Chunk;
import dev.housecount.store.ChunkReader;
import dev.housecount.store.Chunker;
import dev.housecount.store.InMemoryChunkStore;
import dev.housecount.store.Order;
import dev.housecount.store.Scan;
import dev.housecount.testing.Events;
import dev.housecount.testing.MutableClock;
import dev.housecount.testing.Pipeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeTry;

/** Pages against a model: all events sorted, each once, marked with the whole history at hand. */
class EventFinderPropertyTest {
  private static final Instant NOW = Instant.parse("2026-03-02T00:30:00Z");

  private static final List<String> ACTIONS = List.of("navigate", "search", "click");
  private static final List<String> PAGES = List.of("/", "/catalog");
  private static final List<String> PLUGINS = List.of("app", "root", "catalog");
  private static final List<String> TERMS =
      List.of("k", "Ka", "ka", "kafka ", "kafka connect", "x");

  /** Milliseconds between the events of a batch, at most. */
  private static final List<Integer> SPREADS = List.of(1_000, 5_000, 60_000, 5_000_000);

  private final Chunker chunker =
      new Chunker(Pipeline.RETENTION, Pipeline.POLICY.version(), Pipeline.KEYS.id());
  private InMemoryChunkStore store = new InMemoryChunkStore();
  private List<Chunk> written = new ArrayList<>();

  @BeforeTry
  void emptyStore() {
    store = new InMemoryChunkStore();
    written = new ArrayList<>();
  }

  @Property(tries = 600, seed = "6")
  void pages_showEveryEventOnce_inOrder_withItsMark(
      @ForAll Random random,
      @ForAll Order order,
      @ForAll @IntRange(min = 1, max = 40) int limit,
      @ForAll boolean ranged) {
    List<HydratedEvent> sent = resent(random);
    Instant from = ranged ? anyTime(sent, random) : null;
    Instant to = ranged ? anyTime(sent, random).plusSeconds(random.nextInt(4000)) : null;
    EventQuery query = new EventQuery(filter(random), from, to, order, limit);
    assertThat(story(pages(query, Duration.ofMinutes(10)))).isEqualTo(model(query));
  }

  @Property(tries = 200, seed = "6")
  void pages_neitherRepeatNorLose_whileNewOnesArrive(
      @ForAll Random random, @ForAll Order order, @ForAll @IntRange(min = 1, max = 20) int limit) {
    List<HydratedEvent> before = resent(random);
    EventQuery query = new EventQuery(EventFilter.ANY, null, null, order, limit);
    EventFinder finder =
        new EventFinder(
            store,
            Pipeline.PLACES,
            Pipeline.RETENTION,
            new MutableClock(NOW),
            () -> Duration.ofMinutes(1));
    List<String> seen = new ArrayList<>();
    Bookmark after = null;
    int arrivals = 0;
    do {
      EventPage page = finder.find(query, after);
      page.events().forEach(found -> seen.add(name(found.event())));
      after = page.next();
      // Resends of what was there, mixed with new events.
      List<HydratedEvent> mixed = new ArrayList<>();
      mixed.add(Events.stored("new" + arrivals++, "navigate", "alice", time(random), true));
      mixed.add(before.get(random.nextInt(before.size())));
      write(mixed);
    } while (after != null);
    assertThat(seen).doesNotHaveDuplicates();
    assertThat(seen)
        .containsAll(before.stream().map(EventFinderPropertyTest::name).distinct().toList());
  }

  @Property(tries = 200, seed = "6")
  void pages_whenTimeIsUp_endEarly_andLoseNothing(@ForAll Random random, @ForAll Order order) {
    resent(random);
    EventQuery query = new EventQuery(filter(random), null, null, order, 10);
    assertThat(story(pages(query, Duration.ofMillis(1500)))).isEqualTo(model(query));
  }

  private static EventFilter filter(Random random) {
    return new EventFilter(
        null,
        random.nextInt(3) == 0 ? null : ACTIONS.get(random.nextInt(2)),
        random.nextInt(4) == 0 ? "/*" : null,
        random.nextInt(4) == 0 ? PLUGINS.get(random.nextInt(3)) : null,
        null,
        random.nextInt(3) == 0 ? Events.PSEUDONYMS.user("user" + random.nextInt(3)) : null,
        null,
        random.nextInt(3) == 0 ? random.nextBoolean() : null);
  }

  /** A clock that goes on a little with every chunk read, so that the budget really ends pages. */
  private List<FoundEvent> pages(EventQuery query, Duration budget) {
    List<FoundEvent> all = new ArrayList<>();
    Bookmark after = null;
    Duration allowed = budget;
    do {
      MutableClock clock = new MutableClock(NOW);
      Duration most = allowed;
      EventPage page =
          new EventFinder(ticking(clock), Pipeline.PLACES, Pipeline.RETENTION, clock, () -> most)
              .find(query, after);
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
   * Batches of several users, sessions or of nobody, close together so that events mark each other
   * across batches; parts of them sent again, mixed with others; some without exact times.
   */
  private List<HydratedEvent> resent(Random random) {
    List<HydratedEvent> sent = new ArrayList<>();
    List<HydratedEvent> exactOnes = new ArrayList<>();
    Instant place = time(random);
    int batches = 1 + random.nextInt(25);
    for (int b = 0; b < batches; b++) {
      boolean exact = random.nextInt(4) > 0;
      place = random.nextInt(5) == 0 ? time(random) : place;
      Instant near = place.minusSeconds(random.nextInt(90));
      List<HydratedEvent> batch = batch(random, b, near, exact);
      write(batch);
      sent.addAll(batch);
      if (exact) {
        exactOnes.addAll(batch);
      }
      if (random.nextBoolean()) {
        List<HydratedEvent> again = new ArrayList<>();
        for (HydratedEvent event : exact ? exactOnes : batch) {
          if (random.nextBoolean()) {
            again.add(exact ? event : later(event, random.nextInt(200_000)));
          }
        }
        write(again);
        sent.addAll(again);
      }
    }
    return sent;
  }

  private static List<HydratedEvent> batch(Random random, int number, Instant near, boolean exact) {
    int who = random.nextInt(6);
    String user = who < 3 ? "user" + who : null;
    String session = who == 3 ? "session" : null;
    int spread = SPREADS.get(random.nextInt(SPREADS.size()));
    List<HydratedEvent> batch = new ArrayList<>();
    int size = 1 + random.nextInt(6);
    for (int i = 0; i < size; i++) {
      String action = ACTIONS.get(random.nextInt(3));
      List<String> subjects = action.equals("search") ? TERMS : PAGES;
      Instant at = near.minusMillis(random.nextInt(spread) / 1000 * 1000);
      // A sender that uses its ids again, at the same time.
      int id = i > 0 && random.nextInt(6) == 0 ? i - 1 : i;
      at = id == i ? at : batch.get(id).event().time().at();
      batch.add(
          Events.stored(
              "b" + number + "e" + id,
              action,
              subjects.get(random.nextInt(subjects.size())),
              random.nextInt(5) == 0 ? null : PLUGINS.get(random.nextInt(3)),
              user,
              session,
              at,
              exact));
    }
    return batch;
  }

  /** What tells an event from all others. */
  private static String name(HydratedEvent event) {
    return event.event().id().value() + " " + event.event().content();
  }

  private static Instant anyTime(List<HydratedEvent> sent, Random random) {
    return sent.get(random.nextInt(sent.size())).event().time().at();
  }

  private static HydratedEvent later(HydratedEvent event, int millis) {
    return EventFinderModel.at(event, event.event().time().at().plusMillis(millis));
  }

  private void write(List<HydratedEvent> events) {
    List<Chunk> chunks = chunker.cut(Events.batch(events));
    store.write(chunks);
    written.addAll(chunks);
  }

  private static Instant time(Random random) {
    long reach = Duration.ofHours(random.nextBoolean() ? 3 : 60).toMillis();
    return NOW.minusMillis((long) (random.nextDouble() * reach));
  }

  private List<String> model(EventQuery query) {
    return story(EventFinderModel.of(written).find(query));
  }

  private static List<String> story(List<FoundEvent> events) {
    return events.stream().map(found -> name(found.event()) + " " + found.mark()).toList();
  }
}
