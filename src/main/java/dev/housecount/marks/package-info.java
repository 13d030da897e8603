/**
 * What is no visit and no search of its own: marks for events that stay visible and do not count.
 * Marks are found when events are read, never stored: the two halves of a pair may come in
 * different requests, in any order.
 *
 * <p>Depends on {@code event} only; used by {@code query}.
 */
@NullMarked
package dev.housecount.marks;

import org.jspecify.annotations.NullMarked;
