/**
 * Edge, a room of {@code edge.http}: who gets in. The paths and methods that there are,
 * credentials, origins, hosts, bodies that arrive slowly, and what is answered where no resource is
 * asked.
 *
 * <p>Uses {@code event}, {@code telemetry}, {@code access}, {@code store}, {@code query}, {@code
 * edge.http.problem}, {@code edge.http.wire}.
 */
@NullMarked
package dev.housecount.edge.http.gate;

import org.jspecify.annotations.NullMarked;
