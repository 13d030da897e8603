package dev.housecount.edge.http.gate;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Judges the body's media type before the framework parses it: that answers a malformed one with
 * 400.
 */
class MediaTypeFilter {
  @ServerRequestFilter(preMatching = true)
  void check(ContainerRequestContext request) {
    Route.of(request.getUriInfo().getPath(), request.getMethod())
        .flatMap(Endpoint::bodies)
        .ifPresent(types -> types.check(request.getHeaderString(HttpHeaders.CONTENT_TYPE)));
  }
}
