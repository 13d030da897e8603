/**
 * Edge, a room of {@code edge.http}: the dashboard's page and files, as the build made them.
 *
 * <p>Uses {@code edge.http.gate}.
 */
@NullMarked
package dev.housecount.edge.http.dashboard;

import org.jspecify.annotations.NullMarked;
