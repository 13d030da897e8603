/**
 * Floor 1: what is no visit and no search of its own. Such events stay visible and do not count.
 * Marks are found when events are read, never stored: the two halves of a pair may come in
 * different requests, in any order.
 *
 * <p>Uses {@code event}.
 */
@NullMarked
package dev.housecount.marks;

import org.jspecify.annotations.NullMarked;
