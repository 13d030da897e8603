/**
 * Edge, a room of {@code edge.http}: from a question's parameters to a report's answer, in JSON and
 * CSV.
 *
 * <p>Uses {@code event}, {@code keys}, {@code access}, {@code insights}, {@code edge.http.gate},
 * {@code edge.http.page}, {@code edge.http.problem}.
 */
@NullMarked
package dev.housecount.edge.http.insights;

import org.jspecify.annotations.NullMarked;
