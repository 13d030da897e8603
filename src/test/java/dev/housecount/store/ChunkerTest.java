package dev.housecount.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.event.HydratedEvent;
import dev.housecount.testing.Events;
import dev.housecount.testing.Pipeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChunkerTest {
  private static final Instant NOW = Instant.parse("2026-03-02T00:30:00.123Z");

  private final Chunker chunker =
      new Chunker(
          new RetentionPolicy(Duration.ofDays(90), Map.of("search", Duration.ofDays(7))),
          Pipeline.POLICY.version(),
          Pipeline.KEYS.id());

  @Test
  void cut_oneUserWithinAMinute_isOneTightChunk() {
    List<Chunk> chunks = chunker.cut(events(20, Duration.ofSeconds(3)));
    assertThat(chunks)
        .singleElement()
        .extracting(chunk -> chunk.key().band())
        .isEqualTo(Band.TIGHT);
    assertThat(chunks.get(0).key().newest()).isEqualTo(NOW);
  }

  @Test
  void cut_halfAnHour_isOneLooseChunk() {
    assertThat(chunker.cut(events(20, Duration.ofSeconds(90))))
        .singleElement()
        .extracting(chunk -> chunk.key().band())
        .isEqualTo(Band.LOOSE);
  }

  @Test
  void cut_noChunkSpansMoreThanItsBand() {
    List<Chunk> chunks = chunker.cut(events(200, Duration.ofMinutes(7)));
    assertThat(chunks)
        .allSatisfy(
            chunk -> {
              Instant oldest = chunk.events().get(chunk.events().size() - 1).event().time().at();
              assertThat(Duration.between(oldest, chunk.key().newest()))
                  .isLessThanOrEqualTo(chunk.key().band().span());
            });
    assertThat(chunks.stream().mapToInt(chunk -> chunk.events().size()).sum()).isEqualTo(200);
  }

  @Test
  void cut_anyOrderGivesTheSameChunks() {
    List<HydratedEvent> events = new ArrayList<>(events(60, Duration.ofMinutes(2)));
    List<Chunk> chunks = chunker.cut(events);
    Collections.shuffle(events, new Random(1));
    assertThat(chunker.cut(events)).containsExactlyInAnyOrderElementsOf(chunks);
  }

  @Test
  void cut_keepsUsersAndRetentionPeriodsApart() {
    List<Chunk> chunks =
        chunker.cut(
            List.of(
                Events.stored("a", "navigate", "alice", NOW, true),
                Events.stored("b", "navigate", "bob", NOW, true),
                Events.stored("c", "search", "alice", NOW, true)));
    assertThat(chunks).hasSize(3);
    assertThat(chunks)
        .extracting(chunk -> Duration.between(NOW, chunk.expiresAt()).toDays())
        .containsExactlyInAnyOrder(90L, 90L, 7L);
  }

  @Test
  void cut_receivedTimes_areLoose() {
    assertThat(chunker.cut(List.of(Events.stored("a", "navigate", null, NOW, false))))
        .extracting(chunk -> chunk.key().band())
        .containsExactly(Band.LOOSE);
  }

  @Test
  void cut_repeatedEvents_once() {
    HydratedEvent event = Events.stored("a", "navigate", "alice", NOW, true);
    assertThat(chunker.cut(List.of(event, event)).get(0).events()).containsExactly(event);
  }

  @Test
  void cut_oneIdWithOtherContent_staysTwo_andHasAnotherKey() {
    HydratedEvent event = Events.stored("a", "navigate", "alice", NOW, true);
    HydratedEvent other = Events.stored("a", "click", "alice", NOW, true);
    assertThat(chunker.cut(List.of(event, other)).get(0).events()).hasSize(2);
    assertThat(chunker.cut(List.of(event)).get(0).key())
        .isNotEqualTo(chunker.cut(List.of(other)).get(0).key())
        .isEqualTo(chunker.cut(List.of(event)).get(0).key());
  }

  @Test
  void cut_largeEvents_fitItems() {
    String large = "漢".repeat(4000);
    List<HydratedEvent> events =
        IntStream.range(0, 100)
            .mapToObj(
                i ->
                    Events.with(
                        Events.stored("e" + i, "click", large, null, null, null, NOW, true),
                        Map.of("name", large),
                        Map.of()))
            .toList();
    assertThat(chunker.cut(events))
        .hasSizeGreaterThan(7)
        .allSatisfy(chunk -> assertThat(chunk.events()).hasSizeLessThan(15));
  }

  private static List<HydratedEvent> events(int count, Duration apart) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                Events.stored("e" + i, "navigate", "alice", NOW.minus(apart.multipliedBy(i)), true))
        .toList();
  }
}
