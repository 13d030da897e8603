package dev.housecount.http;

import dev.housecount.event.HydratedEvent;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Objects;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Lets a request through when its credentials allow it, and remembers their portal. */
class AccessFilter {
  private static final String PORTAL = "housecount.portal";

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
    Route route = Route.of(request.getUriInfo().getPath()).orElseThrow(NotFoundException::new);
    if (route.scope() != null) {
      request.setProperty(PORTAL, portal(request, route.scope()));
    }
  }

  private String portal(ContainerRequestContext request, Access.Scope needed) {
    String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    Access.Grant grant = access.find(authorization);
    if (grant == null) {
      if (!access.open()) {
        throw unauthorized(authorization).asException();
      }
      return HydratedEvent.DEFAULT_PORTAL;
    }
    if (grant.scope() != needed) {
      throw insufficient(needed).asException();
    }
    return grant.portal();
  }

  private static Problem insufficient(Access.Scope needed) {
    return Problem.of(
        403,
        "insufficient-scope",
        "The token does not allow this",
        "Use a token of scope " + needed.word() + ".");
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
