/**
 * Floor 2, step 1 of an event's path: reads events from the dialects of their senders, settles
 * their times, sends the good ones through scrubbing, hydration and storage, and answers with a
 * verdict per event.
 *
 * <p>Uses {@code event}, {@code scrub}, {@code hydrate}, {@code store}.
 */
@NullMarked
package dev.housecount.collect;

import org.jspecify.annotations.NullMarked;
