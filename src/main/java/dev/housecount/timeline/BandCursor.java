package dev.housecount.timeline;

import dev.housecount.store.Band;
import dev.housecount.store.Chunk;
import dev.housecount.store.ChunkReader;
import dev.housecount.store.Order;
import dev.housecount.store.Scan;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.function.Consumer;

/** Walks the chunks of one band and knows which times it cannot meet any more. */
final class BandCursor {
  private final Band band;
  private final Order order;
  private final Iterator<Chunk> chunks;
  private Instant reached;
  private boolean exhausted;

  BandCursor(ChunkReader reader, Scan scan) {
    this.band = scan.band();
    this.order = scan.order();
    this.chunks = reader.read(scan);
    this.reached = order == Order.DESC ? scan.to() : scan.from();
  }

  /** Reads the next chunk, if there is one. */
  void advance(Consumer<Chunk> visitor) {
    if (!chunks.hasNext()) {
      exhausted = true;
      return;
    }
    Chunk chunk = chunks.next();
    reached = chunk.key().newest();
    visitor.accept(chunk);
  }

  boolean isExhausted() {
    return exhausted;
  }

  /**
   * The time up to which all is known: whatever is still unread belongs behind it. Chunks are in
   * the order of their newest event, so oldest first a chunk may reach back by its span; a copy of
   * an event may be apart from it by the drift.
   */
  Instant settled() {
    return settled(band.drift());
  }

  /** The same for events that may have copies apart from them by another drift. */
  Instant settled(Duration drift) {
    return order == Order.DESC ? reached.plus(drift) : reached.minus(band.span()).minus(drift);
  }
}
