package dev.housecount.store;

import dev.housecount.event.HydratedEvent;
import dev.housecount.event.PolicyVersion;
import dev.housecount.event.Pseudonym;
import dev.housecount.event.Versions;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events of one request, one portal, one user and one retention period: the unit that is stored.
 *
 * @param user whose events these are; null for anonymous ones
 * @param portal whose portal
 * @param policy under which the events were scrubbed; null for those stored before policies had
 *     versions
 * @param expiresAt when the last of the events is over
 * @param events newest first, at least one
 * @param keyId the key under which the pseudonyms in it are
 */
public record Chunk(
    ChunkKey key,
    String portal,
    @Nullable Pseudonym user,
    @Nullable PolicyVersion policy,
    Instant expiresAt,
    List<HydratedEvent> events,
    String keyId) {
  public Chunk {
    events = List.copyOf(events);
  }

  /** Which software recorded the events: the same for all of one request. */
  public Versions versions() {
    return events.get(0).versions();
  }
}
