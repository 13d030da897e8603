package dev.housecount.edge.http.gate;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** The framework answers {@code OPTIONS} by itself, and names a HEAD that only GET has. */
class AllowFilter {
  @ServerResponseFilter
  void correct(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getMethod().equals(HttpMethod.OPTIONS) && response.getStatus() < 300) {
      Route.of(request.getUriInfo().getPath())
          .ifPresent(route -> response.getHeaders().putSingle(HttpHeaders.ALLOW, route.methods()));
    }
  }
}
