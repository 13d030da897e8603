package dev.housecount.event;

import org.jspecify.annotations.Nullable;

/**
 * A scrubbed event with what Housecount knows beyond it: what is stored and returned.
 *
 * @param portal which portal, or stage of one, sent it: the one that its credentials name
 * @param versions of the software that recorded it
 * @param entity the catalog entity it is about
 */
public record HydratedEvent(
    ScrubbedEvent event, String portal, Versions versions, @Nullable EntityRef entity) {
  /** The portal of senders that need no credentials. */
  public static final String DEFAULT_PORTAL = "default";

  /** The same event as this user's. */
  public HydratedEvent withUser(Pseudonym user) {
    return withEvent(event.withUser(user));
  }

  /** The same, with the event itself changed. */
  public HydratedEvent withEvent(ScrubbedEvent changed) {
    return new HydratedEvent(changed, portal, versions, entity);
  }

  /** The same event, recorded by these versions. */
  public HydratedEvent recordedBy(Versions recorder) {
    return new HydratedEvent(event, portal, recorder, entity);
  }
}
