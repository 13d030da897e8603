/**
 * Edge, a room of {@code edge.http}: the portal's catalog comes in, and what is known of it goes
 * out.
 *
 * <p>Uses {@code event}, {@code keys}, {@code access}, {@code catalog}, {@code recognition}, {@code
 * edge.http.gate}, {@code edge.http.page}, {@code edge.http.problem}, {@code edge.http.wire}.
 */
@NullMarked
package dev.housecount.edge.http.catalog;

import org.jspecify.annotations.NullMarked;
