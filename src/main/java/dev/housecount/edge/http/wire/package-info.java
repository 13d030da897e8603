/**
 * Edge, a room of {@code edge.http}: from the bytes of a body to a batch of events, with limits
 * that are counted on the way.
 *
 * <p>Uses {@code event}, {@code collect}, {@code edge.http.problem}.
 */
@NullMarked
package dev.housecount.edge.http.wire;

import org.jspecify.annotations.NullMarked;
