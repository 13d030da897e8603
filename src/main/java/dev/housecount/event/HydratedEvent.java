package dev.housecount.event;

import org.jspecify.annotations.Nullable;

/**
 * A scrubbed event with what Housecount knows beyond it: what is stored and returned.
 *
 * @param pluginId the plugin it belongs to, also where the sender reported the generic {@code app}
 * @param entity the catalog entity it is about
 */
public record HydratedEvent(
    ScrubbedEvent event, @Nullable String pluginId, @Nullable EntityRef entity) {}
