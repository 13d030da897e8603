package dev.housecount.store;

import java.time.Instant;

/**
 * Where a chunk is kept. Depends on the chunk's content alone: a repeated write replaces itself.
 *
 * @param newest the time of the chunk's newest event, in milliseconds
 * @param digest tells chunks of one time apart; printable, without {@code #}
 */
public record ChunkKey(Band band, Instant newest, String digest) implements Comparable<ChunkKey> {
  @Override
  public int compareTo(ChunkKey other) {
    int byTime = newest.compareTo(other.newest);
    return byTime == 0 ? digest.compareTo(other.digest) : byTime;
  }
}
