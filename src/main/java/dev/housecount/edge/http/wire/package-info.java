/**
 * Edge, a room of {@code edge.http}: from the bytes of a body to a batch of events or a page of the
 * catalog, with limits that are counted on the way.
 *
 * <p>Uses {@code event}, {@code collect}, {@code catalog}, {@code edge.http.problem}.
 */
@NullMarked
package dev.housecount.edge.http.wire;

import org.jspecify.annotations.NullMarked;
