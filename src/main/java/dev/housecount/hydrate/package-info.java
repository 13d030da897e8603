/**
 * Floor 1, step 3 of an event's path: what the event's own words say beyond what its sender said,
 * so that questions can be asked by entity, plugin and section.
 *
 * <p>Uses {@code event}.
 */
@NullMarked
package dev.housecount.hydrate;

import org.jspecify.annotations.NullMarked;
