/**
 * Floor 1, step 4 of an event's path: chunks of hydrated events, the ports that keep, return and
 * sweep them, and how long they are kept. {@code edge.dynamodb} implements the ports.
 *
 * <p>Uses {@code event}.
 */
@NullMarked
package dev.housecount.store;

import org.jspecify.annotations.NullMarked;
