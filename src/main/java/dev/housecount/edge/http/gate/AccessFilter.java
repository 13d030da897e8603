package dev.housecount.edge.http.gate;

import dev.housecount.access.Access;
import dev.housecount.access.UserTokens;
import dev.housecount.edge.http.problem.Problem;
import dev.housecount.event.HydratedEvent;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Objects;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request through when its credentials allow it in any of the ways that are configured, and
 * remembers whose it is.
 */
public class AccessFilter {
  private static final String CALLER = "housecount.caller";

  private final Access access;
  private final UserTokens userTokens;

  AccessFilter(Access access, UserTokens userTokens) {
    this.access = access;
    this.userTokens = userTokens;
  }

  /** Whose request was let through. */
  public static Caller caller(ContainerRequestContext request) {
    return Objects.requireNonNull((Caller) request.getProperty(CALLER), "no caller: not filtered");
  }

  /** The portal of a request that was let through. */
  public static String portal(ContainerRequestContext request) {
    return caller(request).portal();
  }

  @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
  void check(ContainerRequestContext request) {
    Access.Scope scope =
        Route.of(request.getUriInfo().getPath(), request.getMethod())
            .orElseThrow(NotFoundException::new)
            .scope();
    if (scope == Access.Scope.PATH) {
      request.setProperty(CALLER, byKey(request));
    } else if (scope != null) {
      request.setProperty(CALLER, byHeader(request, scope));
    }
  }

  private Caller byKey(ContainerRequestContext request) {
    if (!access.hasKeys()) {
      throw new NotFoundException();
    }
    String key = request.getUriInfo().getPathParameters().getFirst(Paths.KEY);
    Access.Grant grant = key == null ? null : access.findKey(key);
    if (grant == null) {
      throw unauthorized("The key in the path is not valid here.").asException();
    }
    return Caller.of(grant.portal());
  }

  private Caller byHeader(ContainerRequestContext request, Access.Scope needed) {
    String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    Access.Grant grant = access.find(authorization);
    if (grant != null) {
      Caller caller = allowed(grant.scope(), needed, Caller.of(grant.portal()));
      return needed == Access.Scope.WRITE ? RelayedUser.of(request, caller) : caller;
    }
    Optional<Caller> user = user(authorization);
    if (user.isPresent()) {
      return allowed(Access.Scope.WRITE, needed, user.get());
    }
    if (!access.open()) {
      throw unauthorized(
              authorization == null
                  ? "Send a token: Authorization: Bearer ..."
                  : "The Authorization header holds no token that is valid here.")
          .asException();
    }
    return Caller.of(HydratedEvent.DEFAULT_PORTAL);
  }

  private Optional<Caller> user(@Nullable String authorization) {
    String token = Access.bearer(authorization);
    return token == null ? Optional.empty() : userTokens.verify(token).map(Caller::of);
  }

  private static Caller allowed(Access.Scope granted, Access.Scope needed, Caller caller) {
    if (granted != needed) {
      throw Problem.of(
              403,
              "insufficient-scope",
              "The token does not allow this",
              "Use a token of scope " + needed.word() + ".")
          .asException();
    }
    return caller;
  }

  private static Problem unauthorized(String detail) {
    return Problem.of(401, "unauthorized", "Credentials are needed", detail);
  }
}
