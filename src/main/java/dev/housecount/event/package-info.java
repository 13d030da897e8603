/**
 * Floor 0: what travels. Immutable records for an event as sent ({@link
 * dev.housecount.event.RawEvent}), after scrubbing and after hydration: different types, so that
 * storing an unscrubbed event does not compile.
 *
 * <p>Uses nothing of ours.
 */
@NullMarked
package dev.housecount.event;

import org.jspecify.annotations.NullMarked;
