/**
 * Edge: the HTTP API. One class for each path, between the gate that lets a request in and the
 * pages or problems that answer it.
 *
 * <p>Uses {@code event}, {@code telemetry}, {@code keys}, {@code access}, {@code scrub}, {@code
 * collect}, {@code catalog}, {@code query}, {@code health}, {@code insights}, {@code person},
 * {@code edge.http.gate}, {@code edge.http.insights}, {@code edge.http.page}, {@code
 * edge.http.problem}, {@code edge.http.wire}.
 */
@NullMarked
package dev.housecount.edge.http;

import org.jspecify.annotations.NullMarked;
