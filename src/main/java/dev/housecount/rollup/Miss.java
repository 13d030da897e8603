package dev.housecount.rollup;

import dev.housecount.event.EntityRef;
import dev.housecount.hydrate.Place;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A page that somebody wanted and did not find.
 *
 * @param subject the path, as it was reported
 * @param entity that the path names
 * @param times as of a {@link Visit}
 */
public record Miss(
    Instant at, Who who, Place place, String subject, @Nullable EntityRef entity, int times) {
  /** Once. */
  public Miss(Instant at, Who who, Place place, String subject, @Nullable EntityRef entity) {
    this(at, who, place, subject, entity, 1);
  }
}
