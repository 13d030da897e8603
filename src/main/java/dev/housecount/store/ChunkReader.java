package dev.housecount.store;

import java.util.Iterator;

/** Returns chunks in the order of their keys. */
public interface ChunkReader {
  /**
   * The chunks that a scan names, without expired ones, read in small steps as the iterator goes
   * on. The iterator throws {@link StoreUnavailableException} when the store cannot answer.
   */
  Iterator<Chunk> read(Scan scan);

  /** Whether the store answers, for health checks. */
  boolean isReady();
}
