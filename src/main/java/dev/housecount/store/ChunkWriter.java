package dev.housecount.store;

import java.util.List;

/** Keeps chunks. */
public interface ChunkWriter {
  /**
   * Returns once every chunk is durably stored. A chunk replaces one of the same key. After an
   * error some may be stored: writing all of them again makes it whole.
   *
   * @throws StoreUnavailableException when the store cannot take them now
   */
  void write(List<Chunk> chunks);
}
