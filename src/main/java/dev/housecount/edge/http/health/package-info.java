/**
 * Edge, a room of {@code edge.http}: how it stands with what arrives, and what to do about it.
 *
 * <p>Uses {@code event}, {@code catalog}, {@code health}, {@code edge.http.catalog}, {@code
 * edge.http.gate}, {@code edge.http.problem}.
 */
@NullMarked
package dev.housecount.edge.http.health;

import org.jspecify.annotations.NullMarked;
