/**
 * Edge, a room of {@code edge.http}: from a question's parameters to pages of events in JSON,
 * NDJSON and CSV.
 *
 * <p>Uses {@code event}, {@code keys}, {@code scrub}, {@code hydrate}, {@code store}, {@code
 * marks}, {@code collect}, {@code catalog}, {@code query}, {@code edge.http.problem}.
 */
@NullMarked
package dev.housecount.edge.http.page;

import org.jspecify.annotations.NullMarked;
