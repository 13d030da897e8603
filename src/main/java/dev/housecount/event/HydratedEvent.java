package dev.housecount.event;

import org.jspecify.annotations.Nullable;

/**
 * A scrubbed event with what Housecount knows beyond it: what is stored and returned.
 *
 * @param portal which portal, or stage of one, sent it: the one that its credentials name
 * @param pluginId the plugin it belongs to, also where the sender reported the generic {@code app}
 * @param entity the catalog entity it is about
 */
public record HydratedEvent(
    ScrubbedEvent event, String portal, @Nullable String pluginId, @Nullable EntityRef entity) {
  /** The portal of senders that need no credentials. */
  public static final String DEFAULT_PORTAL = "default";

  /** The same event as this user's. */
  public HydratedEvent withUser(Pseudonym user) {
    return new HydratedEvent(event.withUser(user), portal, pluginId, entity);
  }
}
