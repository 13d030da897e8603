package dev.housecount.store;

import dev.housecount.event.HydratedEvent;
import dev.housecount.event.Pseudonym;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events of one request, one portal, one user and one retention period: the unit that is stored.
 *
 * @param user whose events these are; null for anonymous ones
 * @param portal whose portal
 * @param expiresAt when the last of the events is over
 * @param events newest first, at least one
 * @param keyId the key under which the pseudonyms in it are
 */
public record Chunk(
    ChunkKey key,
    String portal,
    @Nullable Pseudonym user,
    Instant expiresAt,
    List<HydratedEvent> events,
    String keyId) {
  public Chunk {
    events = List.copyOf(events);
  }
}
