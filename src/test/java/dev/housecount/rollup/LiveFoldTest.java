package dev.housecount.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.housecount.store.Chunk;
import dev.housecount.store.ChunkReader;
import dev.housecount.store.Chunker;
import dev.housecount.store.InMemoryChunkStore;
import dev.housecount.store.Scan;
import dev.housecount.testing.Events;
import dev.housecount.testing.MutableClock;
import dev.housecount.testing.Pipeline;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LiveFoldTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final ReadBudget ENOUGH = new ReadBudget(1_000, HOUR);

  private final InMemoryChunkStore store = new InMemoryChunkStore();
  private final MutableClock clock = new MutableClock(Told.NOON.plus(Duration.ofDays(2)));
  private final Chunker chunker =
      new Chunker(Pipeline.RETENTION, Pipeline.POLICY.version(), Pipeline.KEYS.id());
  private final Listed told = new Listed();

  @Test
  void fold_withinItsBudget_saysHowMuchItRead() {
    send(Told.visit("/a").at(0, 0), Told.visit("/b").at(2, 0), Told.visit("/c").at(4, 0));
    assertThat(fold(store, asked(Part.VISITS), new ReadBudget(3, HOUR))).isEqualTo(3);
    assertThat(told.visits).extracting(Visit::page).containsExactly("/a", "/b", "/c");
  }

  @Test
  void fold_beyondItsChunks_isRefused() {
    send(Told.visit("/a").at(0, 0), Told.visit("/b").at(2, 0), Told.visit("/c").at(4, 0));
    assertThatThrownBy(() -> fold(store, asked(Part.VISITS), new ReadBudget(2, HOUR)))
        .isInstanceOf(BudgetExceededException.class)
        .hasMessage("more than 2 chunks or PT1H");
  }

  @Test
  void fold_beyondItsTime_isRefused() {
    send(Told.visit("/a").at(0, 0));
    ChunkReader slow =
        new ChunkReader() {
          @Override
          public Iterator<Chunk> read(Scan scan) {
            clock.advance(HOUR);
            return store.read(scan);
          }

          @Override
          public boolean isReady() {
            return true;
          }
        };
    assertThatThrownBy(() -> fold(slow, asked(Part.VISITS), new ReadBudget(9, HOUR)))
        .isInstanceOf(BudgetExceededException.class);
  }

  @Test
  void fold_ofRuns_readsBeyondTheRange_untilTheyEnd() {
    send(
        Told.task("open", "t1").at(0, 0),
        Told.task("completed", "t1").after(Duration.ofHours(20)),
        Told.visit("/much").after(Duration.ofHours(25)),
        Told.visit("/later").after(Duration.ofHours(30)));
    fold(store, asked(Part.RUNS), ENOUGH);
    assertThat(told.runs).extracting(Run::outcome).containsExactly(Run.Outcome.COMPLETED);
  }

  @Test
  void fold_leavesOutWhatIsOverItsRetention() {
    Instant old = clock.instant().minus(Pipeline.RETENTION.of("navigate"));
    send(Told.visit("/old").at(old), Told.visit("/kept").at(old.plusMillis(1)));
    Asked all = new Asked(old.minus(HOUR), Told.NOON, Set.of(), Set.of(Part.VISITS));
    fold(store, all, ENOUGH);
    assertThat(told.visits).extracting(Visit::page).containsExactly("/kept");
  }

  private static Asked asked(Part part) {
    return new Asked(Told.NOON, Told.NOON.plus(HOUR), Set.of(), Set.of(part));
  }

  private int fold(ChunkReader reader, Asked asked, ReadBudget budget) {
    return new LiveFold(
            reader, Pipeline.PLACES, Pipeline.RETENTION, Guests.of(Events.PSEUDONYMS), clock)
        .fold(asked, budget, told);
  }

  /** Each in a chunk of its own. */
  private void send(Told... events) {
    for (Told event : events) {
      store.write(chunker.cut(List.of(event.hydrated(true))));
    }
  }
}
