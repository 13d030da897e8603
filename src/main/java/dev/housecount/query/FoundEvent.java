package dev.housecount.query;

import dev.housecount.event.HydratedEvent;
import dev.housecount.hydrate.Place;
import dev.housecount.marks.Mark;
import org.jspecify.annotations.Nullable;

/**
 * An event on a page.
 *
 * @param place where in the portal it happened, by the table in force
 * @param mark why it does not count; null when it does
 */
public record FoundEvent(HydratedEvent event, Place place, @Nullable Mark mark) {}
