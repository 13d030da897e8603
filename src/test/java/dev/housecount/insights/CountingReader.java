package dev.housecount.insights;

import dev.housecount.store.Chunk;
import dev.housecount.store.ChunkReader;
import dev.housecount.store.Scan;
import java.util.Iterator;

/**
 * Counts chunks as they are read.
 *
 * @param read what it counts in
 */
record CountingReader(ChunkReader reader, int[] read) implements ChunkReader {
  @Override
  public Iterator<Chunk> read(Scan scan) {
    Iterator<Chunk> chunks = reader.read(scan);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return chunks.hasNext();
      }

      @Override
      public Chunk next() {
        read[0]++;
        return chunks.next();
      }
    };
  }

  @Override
  public boolean isReady() {
    return reader.isReady();
  }
}
