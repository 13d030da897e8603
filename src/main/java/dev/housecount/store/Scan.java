package dev.housecount.store;

import dev.housecount.event.Pseudonym;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A part of one band, in one direction.
 *
 * @param from the lowest key time, inclusive
 * @param to the highest key time, inclusive
 * @param order which end comes first
 * @param user only this user's chunks; null for everybody's
 * @param now chunks that expired by then are left out
 */
public record Scan(
    Band band, Instant from, Instant to, Order order, @Nullable Pseudonym user, Instant now) {}
