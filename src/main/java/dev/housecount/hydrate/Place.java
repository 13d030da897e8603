package dev.housecount.hydrate;

import org.jspecify.annotations.Nullable;

/**
 * Where in the portal something was done.
 *
 * @param plugin the plugin's id; null where none is known
 * @param section the area of the page: the open tab of an entity's page, else the path's first
 *     segment, in lower case; null for {@code /}, for events without a path and for what may name
 *     somebody
 */
public record Place(@Nullable String plugin, @Nullable String section) {}
