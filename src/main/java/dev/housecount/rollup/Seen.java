package dev.housecount.rollup;

import dev.housecount.event.EntityRef;
import dev.housecount.hydrate.Place;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user did something: one for each counted event that names a user.
 *
 * @param who has a user; may be a guest
 * @param entity that it was about, whatever its kind
 */
public record Seen(Instant at, Who who, Place place, String action, @Nullable EntityRef entity) {}
