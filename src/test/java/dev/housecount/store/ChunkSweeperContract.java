package dev.housecount.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.event.HydratedEvent;
import dev.housecount.store.ChunkSweeper.Found;
import dev.housecount.testing.Events;
import dev.housecount.testing.Pipeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store keeps to that can be swept. */
public abstract class ChunkSweeperContract {
  private static final Instant NOW = Instant.parse("2100-03-02T00:30:00.123Z");

  private final Chunker chunker =
      new Chunker(Pipeline.RETENTION, Pipeline.POLICY.version(), Pipeline.KEYS.id());

  protected abstract ChunkWriter writer();

  protected abstract ChunkSweeper sweeper();

  @Test
  void next_meetsEveryChunkOnce_ofAllMonthsAndBands() {
    List<HydratedEvent> events = new ArrayList<>();
    IntStream.range(0, 500)
        .mapToObj(
            i -> event("e" + i, NOW.minus(Duration.ofDays(i % 120)).minusSeconds(i), i % 2 == 0))
        .forEach(events::add);
    writer().write(chunker.cut(events));
    assertThat(ids(all())).containsExactlyInAnyOrderElementsOf(ids(chunker.cut(events)));
  }

  @Test
  void next_afterRemovalOfWhatCameBefore_goesOn() {
    writer()
        .write(
            chunker.cut(IntStream.range(0, 400).mapToObj(i -> event("e" + i, NOW, true)).toList()));
    String position = null;
    int removed = 0;
    do {
      ChunkSweeper.Step step = sweeper().next(position);
      sweeper().delete(step.found().stream().map(found -> found.chunk().key()).toList());
      removed += step.found().size();
      position = step.next();
    } while (position != null);
    assertThat(removed).isEqualTo(400);
    assertThat(all()).isEmpty();
  }

  @Test
  void replace_onlyWhatIsAsItWasFound() {
    writer().write(chunker.cut(List.of(event("a", NOW, true))));
    Found found = sweeper().next(null).found().get(0);
    Chunk changed = with(found.chunk(), Events.stored("b", "navigate", "u", NOW, true));
    assertThat(sweeper().replace(found, changed)).isTrue();
    assertThat(all()).containsExactly(changed);
    assertThat(sweeper().replace(found, found.chunk())).isFalse();
    sweeper().delete(List.of(changed.key()));
    Found gone = new Found(changed, found.state());
    assertThat(sweeper().replace(gone, changed)).isFalse();
    assertThat(all()).isEmpty();
  }

  private static Chunk with(Chunk chunk, HydratedEvent event) {
    return new Chunk(
        chunk.key(),
        chunk.portal(),
        chunk.user(),
        chunk.policy(),
        chunk.expiresAt(),
        List.of(event),
        chunk.keyId());
  }

  private static HydratedEvent event(String id, Instant at, boolean exact) {
    return Events.stored(id, "navigate", "u" + (id.equals("a") ? "" : id), at, exact);
  }

  private List<Chunk> all() {
    List<Chunk> all = new ArrayList<>();
    String position = null;
    do {
      ChunkSweeper.Step step = sweeper().next(position);
      step.found().forEach(found -> all.add(found.chunk()));
      position = step.next();
    } while (position != null);
    return all;
  }

  private static List<String> ids(List<Chunk> chunks) {
    return chunks.stream()
        .flatMap(chunk -> chunk.events().stream())
        .map(event -> event.event().id().value())
        .toList();
  }
}
