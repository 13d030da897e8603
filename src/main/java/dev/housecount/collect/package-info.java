/**
 * Step 1: takes a batch of decoded events, settles their times, sends the good ones through
 * scrubbing, hydration and storage, and answers with a verdict per event.
 *
 * <p>Depends on the later steps {@code scrub}, {@code hydrate} and {@code store}; used by {@code
 * http}.
 */
@NullMarked
package dev.housecount.collect;

import org.jspecify.annotations.NullMarked;
