package dev.housecount.query;

import dev.housecount.event.HydratedEvent;
import dev.housecount.noise.Mark;
import org.jspecify.annotations.Nullable;

/**
 * An event on a page.
 *
 * @param mark why it does not count; null when it does
 * @param position where it stands in the order of events
 */
public record FoundEvent(HydratedEvent event, @Nullable Mark mark, Position position) {}
