/**
 * Step 3: adds what the event's sender did not say, so that questions can be asked by plugin and
 * entity.
 *
 * <p>Depends on {@code event} only.
 */
@NullMarked
package dev.housecount.hydrate;

import org.jspecify.annotations.NullMarked;
