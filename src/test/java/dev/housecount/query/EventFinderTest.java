package dev.housecount.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.event.HydratedEvent;
import dev.housecount.event.PolicyVersion;
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
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The edges of pages and windows, which random traffic rarely meets. */
class EventFinderTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Instant NOW = NOON.plus(Duration.ofHours(2));

  private final InMemoryChunkStore store = new InMemoryChunkStore();
  private final MutableClock clock = new MutableClock(NOW);

  @Test
  void partnerBeforeTheRange_oldestFirst_marks() {
    write(visit("rich", "catalog", 0));
    write(visit("poor", "app", 10));
    assertThat(find(range(1, 60), Order.ASC, 10)).containsExactly("poor DOUBLED_VISIT");
  }

  @Test
  void partnerBeforeThePage_oldestFirst_marks() {
    write(visit("rich", "catalog", 0));
    write(click("between", 9));
    write(visit("poor", "app", 10));
    assertThat(find(range(0, 60), Order.ASC, 1))
        .containsExactly("rich null", "between null", "poor DOUBLED_VISIT");
  }

  @Test
  void partnerInAChunkFarBehindTheRange_newestFirst_marks() {
    write(search("k", 0));
    write(search("kafka", 30), click("late", 90));
    assertThat(find(range(0, 1), Order.DESC, 10)).containsExactly("k UNFINISHED_SEARCH");
  }

  @Test
  void partnerOlderThanThePage_newestFirst_isWaitedFor() {
    write(visit("poor", "app", 10));
    write(click("between", 5));
    write(visit("rich", "catalog", 0));
    assertThat(find(range(0, 60), Order.DESC, 1))
        .containsExactly("poor DOUBLED_VISIT", "between null", "rich null");
  }

  @Test
  void partnerInAChunkThatReachesBack_oldestFirst_isWaitedFor() {
    write(search("k", 0));
    write(click("next", 61));
    write(search("kafka", 30), click("late", 85));
    assertThat(find(range(0, 1), Order.ASC, 10)).containsExactly("k UNFINISHED_SEARCH");
    assertThat(find(range(0, 100), Order.ASC, 10)).startsWith("k UNFINISHED_SEARCH");
  }

  /** Whenever the time is up, no event is shown of which something may still be unread. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void timeIsUp_betweenChunksOfOneTime_showsOnlyWhatIsCertain(int chunks) {
    // Whichever is read first of the two chunks of one time, the other is still unread.
    for (String user : List.of("alice", "bob")) {
      write(visit("poor-" + user, "app", user, 10));
      write(visit("rich-" + user, "catalog", user, 0));
    }
    List<FoundEvent> all = new ArrayList<>();
    Bookmark after = null;
    int allowed = chunks;
    do {
      EventPage page = finder(ending(allowed)).find(range(0, 60, Order.DESC, 10), after);
      all.addAll(page.events());
      allowed = page.next() != null && page.next().equals(after) ? allowed + 1 : chunks;
      after = page.next();
    } while (after != null);
    assertThat(story(all))
        .containsExactlyInAnyOrder(
            "poor-alice DOUBLED_VISIT",
            "poor-bob DOUBLED_VISIT",
            "rich-alice null",
            "rich-bob null");
  }

  @Test
  void olderCopyInTheOtherBand_newestFirst_isWaitedFor() {
    write(Events.stored("copied", "click", "alice", NOON.plusSeconds(240), false));
    write(click("between", 200));
    write(Events.stored("copied", "click", "alice", NOON, true));
    assertThat(find(range(-60, 300), Order.DESC, 10))
        .containsExactly("between null", "copied null");
  }

  @Test
  void copiesOfAnonymousEvents_markWhereOneCameWithItsPartner() {
    HydratedEvent poor = anonymous("poor", "app", 0);
    write(poor);
    write(anonymous("rich", "catalog", 1));
    assertThat(find(range(0, 60), Order.DESC, 10)).containsExactly("rich null", "poor null");
    write(poor, anonymous("rich", "catalog", 1));
    for (Order order : Order.values()) {
      assertThat(find(range(0, 60), order, 1))
          .containsExactlyInAnyOrder("rich null", "poor DOUBLED_VISIT");
    }
  }

  /** The next of them is told apart by content; its resend under another policy is none. */
  @Test
  void copiesOfTwoPolicies_areOne_thoughTheyKeepDifferentThings() {
    HydratedEvent event = visit("same", "catalog", 0);
    HydratedEvent more = Events.with(event, Map.of("name", "a"), Map.of("routeRef", "b"));
    write(event);
    write(more);
    assertThat(find(range(0, 60), Order.ASC, 10)).hasSize(2);
    store.write(
        new Chunker(Pipeline.RETENTION, new PolicyVersion("9.0000"), Pipeline.KEYS.id())
            .cut(List.of(Events.with(event, Map.of("name", "c"), Map.of()))));
    for (Order order : Order.values()) {
      assertThat(find(range(0, 60), order, 1)).hasSize(2);
    }
  }

  /** More events of one millisecond than a cursor names. */
  @Test
  void manyEventsOfOneMillisecond_onSmallPages_areShownOnce_inTheOrderSent() {
    List<HydratedEvent> sent = new ArrayList<>();
    for (int i = 0; i < 350; i++) {
      sent.add(click("event-" + i, 0));
    }
    write(Events.batch(sent).toArray(HydratedEvent[]::new));
    List<String> expected =
        new ArrayList<>(sent.stream().map(event -> event.event().id().value() + " null").toList());
    assertThat(find(range(0, 60), Order.ASC, 30)).isEqualTo(expected);
    Collections.reverse(expected);
    assertThat(find(range(0, 60), Order.DESC, 30)).isEqualTo(expected);
  }

  @Test
  void manyEvents_areForgottenInTime_andStillCountOnce() {
    List<HydratedEvent> twice = new ArrayList<>();
    for (int i = 0; i < 30_000; i++) {
      twice.add(click("event-" + i, i / 10));
    }
    write(twice.toArray(HydratedEvent[]::new));
    write(twice.stream().filter(e -> e.hashCode() % 2 == 0).toArray(HydratedEvent[]::new));
    for (Order order : Order.values()) {
      assertThat(find(range(0, 7200), order, 1000)).hasSize(30_000).doesNotHaveDuplicates();
    }
  }

  private EventFinder finder(ChunkReader reader) {
    return new EventFinder(
        reader, Pipeline.PLACES, Pipeline.RETENTION, clock, () -> Duration.ofSeconds(1));
  }

  private List<String> find(EventQuery range, Order order, int limit) {
    EventQuery query = new EventQuery(range.filter(), range.from(), range.to(), order, limit);
    List<FoundEvent> all = new ArrayList<>();
    Bookmark after = null;
    do {
      EventPage page = finder(store).find(query, after);
      all.addAll(page.events());
      after = page.next();
    } while (after != null);
    return story(all);
  }

  /** A store that takes all the time there is once some chunks are read. */
  private ChunkReader ending(int chunks) {
    clock.set(NOW);
    int[] left = {chunks};
    return new ChunkReader() {
      @Override
      public Iterator<Chunk> read(Scan scan) {
        Iterator<Chunk> read = store.read(scan);
        return Stream.generate(() -> null)
            .takeWhile(nothing -> read.hasNext())
            .map(
                nothing -> {
                  clock.advance(--left[0] == 0 ? Duration.ofSeconds(2) : Duration.ZERO);
                  return read.next();
                })
            .iterator();
      }

      @Override
      public boolean isReady() {
        return true;
      }
    };
  }

  private void write(HydratedEvent... events) {
    store.write(
        new Chunker(Pipeline.RETENTION, Pipeline.POLICY.version(), Pipeline.KEYS.id())
            .cut(List.of(events)));
  }

  private static EventQuery range(int from, int to) {
    return range(from, to, Order.DESC, 1);
  }

  private static EventQuery range(int from, int to, Order order, int limit) {
    return new EventQuery(
        EventFilter.ANY, NOON.plusSeconds(from), NOON.plusSeconds(to), order, limit);
  }

  private static HydratedEvent visit(String id, String plugin, int second) {
    return visit(id, plugin, "alice", second);
  }

  private static HydratedEvent visit(String id, String plugin, String user, int second) {
    Instant at = NOON.plusSeconds(second);
    return Events.stored(id, "navigate", "/", plugin, user, null, at, true);
  }

  private static HydratedEvent anonymous(String id, String plugin, int second) {
    return visit(id, plugin, null, second);
  }

  private static HydratedEvent search(String term, int second) {
    Instant at = NOON.plusSeconds(second);
    return Events.stored(term, "search", term, "search", "alice", null, at, true);
  }

  private static HydratedEvent click(String id, int second) {
    return Events.stored(id, "click", "alice", NOON.plusSeconds(second), true);
  }

  private static List<String> story(List<FoundEvent> events) {
    return events.stream()
        .map(found -> found.event().event().id().value() + " " + found.mark())
        .toList();
  }
}
