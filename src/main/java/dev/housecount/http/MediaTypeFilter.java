package dev.housecount.http;

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
    boolean events =
        Route.of(request.getUriInfo().getPath()).filter(Route::takesEvents).isPresent();
    if (events && request.getMethod().equals("POST")) {
      BodyReader.checkMediaType(request.getHeaderString(HttpHeaders.CONTENT_TYPE));
    }
  }
}
