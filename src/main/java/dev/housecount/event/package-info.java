/**
 * What travels: immutable records for an event as sent ({@link dev.housecount.event.RawEvent}),
 * after scrubbing and after hydration. They are different types, so that storing an unscrubbed
 * event does not compile.
 *
 * <p>Every package may depend on this one; it depends on none.
 */
@NullMarked
package dev.housecount.event;

import org.jspecify.annotations.NullMarked;
