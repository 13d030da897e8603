package dev.housecount.sealed;

import dev.housecount.event.Pseudonym;
import dev.housecount.hydrate.Places;
import dev.housecount.store.ChunkReader;
import dev.housecount.store.RetentionPolicy;
import java.util.Set;

/**
 * Where events are, and how they are read.
 *
 * @param reader of chunks as if all were of the newest key
 * @param retention of events
 * @param guests the pseudonyms of those who are nobody
 */
public record StoredEvents(
    ChunkReader reader, Places places, RetentionPolicy retention, Set<Pseudonym> guests) {
  public StoredEvents {
    guests = Set.copyOf(guests);
  }
}
