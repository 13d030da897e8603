package dev.housecount.http;

import dev.housecount.event.HydratedEvent;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Objects;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Lets a request through when its credentials allow it, and remembers their portal. */
class AccessFilter {
  private static final String PORTAL = "housecount.portal";

  /** Only the function on AWS has paths below this, and no route of its gateway reaches them. */
  private static final String INTERNAL = "/internal/";

  private final Access access;

  AccessFilter(Access access) {
    this.access = access;
  }

  /** The portal of a request that was let through. */
  static String portal(ContainerRequestContext request) {
    return Objects.requireNonNull((String) request.getProperty(PORTAL), "no portal: not filtered");
  }

  @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
  void check(ContainerRequestContext request) {
    if (request.getUriInfo().getPath().startsWith(INTERNAL)) {
      return;
    }
    String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    Access.Grant grant = access.find(authorization);
    if (grant == null) {
      if (!access.open()) {
        throw unauthorized(authorization).asException();
      }
      request.setProperty(PORTAL, HydratedEvent.DEFAULT_PORTAL);
      return;
    }
    boolean write = request.getUriInfo().getPath().startsWith(CollectResource.PATH);
    if (write != (grant.scope() == Access.Scope.WRITE)) {
      throw Problem.of(
              403,
              "insufficient-scope",
              "The token does not allow this",
              write ? "Use a token of scope write." : "Use a token of scope read.")
          .asException();
    }
    request.setProperty(PORTAL, grant.portal());
  }

  private static Problem unauthorized(@Nullable String authorization) {
    return Problem.of(
        401,
        "unauthorized",
        "Credentials are needed",
        authorization == null
            ? "Send a token: Authorization: Bearer ..."
            : "The Authorization header holds no token that is valid here.");
  }
}
