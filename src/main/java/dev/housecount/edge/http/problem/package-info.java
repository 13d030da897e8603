/**
 * Edge, a room of {@code edge.http}: what is wrong, as problem+json (RFC 9457).
 *
 * <p>Uses nothing of ours.
 */
@NullMarked
package dev.housecount.edge.http.problem;

import org.jspecify.annotations.NullMarked;
