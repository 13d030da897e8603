package dev.housecount.timeline;

import dev.housecount.event.HydratedEvent;
import dev.housecount.marks.Mark;
import org.jspecify.annotations.Nullable;

/**
 * An event of the stream.
 *
 * @param mark why it does not count; null when it does
 */
public record StoredEvent(HydratedEvent event, @Nullable Mark mark) {}
