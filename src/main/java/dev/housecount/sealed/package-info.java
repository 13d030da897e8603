/**
 * Floor 4, behind step 6 of an event's path: what the fold told, kept by segments of time, so that
 * reports need not read the events again.
 *
 * <p>Uses {@code bytes}, {@code event}, {@code keys}, {@code hydrate}, {@code store}, {@code
 * catalog}, {@code marks}, {@code timeline}, {@code rollup}.
 */
@NullMarked
package dev.housecount.sealed;

import org.jspecify.annotations.NullMarked;
