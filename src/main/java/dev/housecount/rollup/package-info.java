/**
 * Floor 3, beside step 6 of an event's path: what people did, folded from the stream of events by
 * one set of rules.
 *
 * <p>Uses {@code event}, {@code keys}, {@code hydrate}, {@code store}, {@code marks}, {@code
 * timeline}.
 */
@NullMarked
package dev.housecount.rollup;

import org.jspecify.annotations.NullMarked;
