/**
 * Step 3: adds what the event's sender did not say, so that questions can be asked by plugin,
 * section and entity. The entity is stored; plugin and section are told when events are read.
 *
 * <p>Depends on {@code event} only.
 */
@NullMarked
package dev.housecount.hydrate;

import org.jspecify.annotations.NullMarked;
