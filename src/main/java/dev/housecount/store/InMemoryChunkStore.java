package dev.housecount.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** Keeps chunks in memory: the reference for the contract that every store passes. */
public final class InMemoryChunkStore implements ChunkWriter, ChunkReader, ChunkSweeper {
  private static final int STEP = 3;

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

  /** Small steps, so that whoever sweeps takes several. */
  @Override
  public Step next(@Nullable String position) {
    List<Chunk> all = new ArrayList<>(tight.values());
    all.addAll(loose.values());
    all.sort(Comparator.comparing(InMemoryChunkStore::position));
    List<Chunk> left =
        all.stream().filter(c -> position == null || position(c).compareTo(position) > 0).toList();
    List<Chunk> step = left.subList(0, Math.min(STEP, left.size()));
    String next = step.size() == left.size() ? null : position(step.get(step.size() - 1));
    return new Step(step.stream().map(chunk -> new Found(chunk, chunk)).toList(), next);
  }

  private static String position(Chunk chunk) {
    return chunk.key().band() + " " + chunk.key().newest() + " " + chunk.key().digest();
  }

  @Override
  public void delete(List<ChunkKey> keys) {
    keys.forEach(key -> band(key.band()).remove(key));
  }

  @Override
  public boolean replace(Found found, Chunk chunk) {
    return band(chunk.key().band()).replace(chunk.key(), (Chunk) found.state(), chunk);
  }

  @Override
  public boolean isReady() {
    return true;
  }

  private ConcurrentSkipListMap<ChunkKey, Chunk> band(Band band) {
    return band == Band.TIGHT ? tight : loose;
  }
}
