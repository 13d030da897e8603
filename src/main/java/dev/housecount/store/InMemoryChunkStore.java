package dev.housecount.store;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;

/** Keeps chunks in memory: the reference for the contract that every store passes. */
public final class InMemoryChunkStore implements ChunkWriter, ChunkReader {
  private final ConcurrentSkipListMap<ChunkKey, Chunk> tight = new ConcurrentSkipListMap<>();
  private final ConcurrentSkipListMap<ChunkKey, Chunk> loose = new ConcurrentSkipListMap<>();

  @Override
  public void write(List<Chunk> chunks) {
    chunks.forEach(chunk -> band(chunk.key().band()).put(chunk.key(), chunk));
  }

  @Override
  public Iterator<Chunk> read(Scan scan) {
    ChunkKey lowest = new ChunkKey(scan.band(), scan.from(), "");
    ChunkKey beyond = new ChunkKey(scan.band(), scan.to().plusMillis(1), "");
    if (lowest.compareTo(beyond) >= 0) {
      return List.<Chunk>of().iterator();
    }
    var part = band(scan.band()).subMap(lowest, beyond);
    var ordered = scan.order() == Order.ASC ? part : part.descendingMap();
    return ordered.values().stream()
        .filter(chunk -> chunk.expiresAt().isAfter(scan.now()))
        .filter(chunk -> scan.user() == null || Objects.equals(scan.user(), chunk.user()))
        .iterator();
  }

  @Override
  public boolean isReady() {
    return true;
  }

  private ConcurrentSkipListMap<ChunkKey, Chunk> band(Band band) {
    return band == Band.TIGHT ? tight : loose;
  }
}
