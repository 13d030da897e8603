/**
 * Floor 2, step 5 of an event's path: stored chunks as one stream of events, each once, with its
 * mark, in the order of time.
 *
 * <p>Uses {@code event}, {@code store}, {@code marks}.
 */
@NullMarked
package dev.housecount.timeline;

import org.jspecify.annotations.NullMarked;
