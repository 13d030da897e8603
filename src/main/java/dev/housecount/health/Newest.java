package dev.housecount.health;

import dev.housecount.store.Band;
import dev.housecount.store.Chunk;
import dev.housecount.store.ChunkReader;
import dev.housecount.store.Order;
import dev.housecount.store.Scan;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/** Reads the newest of what is stored, and no more than it may. */
final class Newest {
  /** Of each band: some tens of read units. */
  static final int CHUNKS = 250;

  private static final Duration AHEAD = Duration.ofMinutes(5);

  private final ChunkReader reader;
  private final Duration kept;
  private final Clock clock;

  /**
   * @param reader of chunks as if all were of the newest key
   * @param kept how long events are
   */
  Newest(ChunkReader reader, Duration kept, Clock clock) {
    this.reader = reader;
    this.kept = kept;
    this.clock = clock;
  }

  /** Those that are wanted among the newest. */
  List<Chunk> read(Predicate<Chunk> wanted) {
    List<Chunk> chunks = new ArrayList<>();
    Instant now = clock.instant();
    for (Band band : Band.values()) {
      Iterator<Chunk> newest =
          reader.read(new Scan(band, now.minus(kept), now.plus(AHEAD), Order.DESC, null, now));
      for (int i = 0; i < CHUNKS && newest.hasNext(); i++) {
        Chunk chunk = newest.next();
        if (wanted.test(chunk)) {
          chunks.add(chunk);
        }
      }
    }
    return chunks;
  }
}
