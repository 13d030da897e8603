package dev.housecount.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes through all chunks there are, to remove or change some. */
public interface ChunkSweeper {
  /**
   * The next few of all chunks, whatever their time, expired ones included, with everything that
   * was stored before the call.
   *
   * @param position where the step before ended; null for the first
   * @throws StoreUnavailableException when the store cannot answer
   */
  Step next(@Nullable String position);

  /**
   * Returns once the chunks are gone.
   *
   * @throws StoreUnavailableException when some may still be there; the same call again is safe
   */
  void delete(List<ChunkKey> keys);

  /**
   * Puts another chunk into the place of one that was found.
   *
   * @param chunk of the same key
   * @return false, with nothing done, when the one that was found is gone or was changed since
   * @throws StoreUnavailableException when the store cannot tell
   */
  boolean replace(Found found, Chunk chunk);

  /**
   * A part of all chunks.
   *
   * @param next where to go on; null at the end
   */
  record Step(List<Found> found, @Nullable String next) {
    public Step {
      found = List.copyOf(found);
    }
  }

  /**
   * A chunk as it was found.
   *
   * @param state what the store knows it by; equal as long as nobody changes it
   */
  record Found(Chunk chunk, Object state) {}
}
