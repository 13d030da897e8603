package dev.housecount.edge.http.gate;

import dev.housecount.access.TokenUnverifiableException;
import dev.housecount.edge.http.problem.Problem;
import dev.housecount.edge.http.problem.ProblemException;
import dev.housecount.query.InvalidCursorException;
import dev.housecount.store.StoreUnavailableException;
import io.vertx.ext.web.handler.HttpException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Every error becomes a problem. Messages of exceptions are not told: they may repeat what was
 * sent.
 */
class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  /** After so many seconds a store that was throttled has usually recovered. */
  static final String RETRY_AFTER = "5";

  @ServerExceptionMapper
  Response problem(ProblemException e, ContainerRequestContext request) {
    Response.ResponseBuilder response = e.problem().response();
    if (e.problem().status() == 415) {
      Route.of(request.getUriInfo().getPath(), request.getMethod())
          .flatMap(Endpoint::bodies)
          .ifPresent(types -> response.header("Accept-Post", types.accept()));
      response.header("Accept-Encoding", "gzip, identity");
    }
    if (e.problem().status() == 401) {
      response.header("WWW-Authenticate", "Bearer realm=\"housecount\"");
    }
    if (e.problem().status() == 503) {
      response.header("Retry-After", RETRY_AFTER);
    }
    return response.build();
  }

  @ServerExceptionMapper
  Response cursor(InvalidCursorException e) {
    return Problem.badRequest(
            "bad-cursor",
            "The cursor does not belong to this query; use it unaltered with the same parameters, or start without one.")
        .response()
        .build();
  }

  @ServerExceptionMapper
  Response unavailable(StoreUnavailableException e) {
    LOG.warnf("store unavailable: %s", e.getMessage());
    return Problem.of(
            503,
            "store-unavailable",
            "The store cannot be reached now",
            "Send the same request again after the time in Retry-After; nothing is counted twice.")
        .response()
        .header("Retry-After", RETRY_AFTER)
        .build();
  }

  @ServerExceptionMapper
  Response unverifiable(TokenUnverifiableException e) {
    Problem problem =
        e.isFlooded()
            ? Problem.of(
                429,
                "too-many-unknown-keys",
                "The token cannot be verified now",
                "Too many tokens name keys that the portal does not have. Send the same request again after the time in Retry-After.")
            : Problem.of(
                503,
                "keys-unavailable",
                "The token cannot be verified now",
                "The portal's keys cannot be had. Send the same request again after the time in Retry-After.");
    return problem
        .response()
        .header("Retry-After", Math.max(1, e.retryAfter().plusMillis(999).toSeconds()))
        .build();
  }

  @ServerExceptionMapper
  Response notFound(NotFoundException e) {
    return Problem.of(
            404, "not-found", "There is nothing here", "The paths are " + Route.paths() + ".")
        .response()
        .build();
  }

  @ServerExceptionMapper
  Response notAllowed(NotAllowedException e, UriInfo uri) {
    String allowed = Route.of(uri.getPath()).map(Route::methods).orElse("");
    return notAllowed(allowed).response().header("Allow", allowed).build();
  }

  static Problem notAllowed(String allowed) {
    return Problem.of(
        405, "method-not-allowed", "The method is not allowed here", "Allowed: " + allowed + ".");
  }

  /** Vert.x's: the query's percent-encoding is malformed. */
  @ServerExceptionMapper
  Response malformed(HttpException e) {
    return e.getStatusCode() >= 500 ? failure(e) : RouterProblems.MALFORMED.response().build();
  }

  @ServerExceptionMapper
  Response other(WebApplicationException e) {
    int status = e.getResponse().getStatus();
    if (status >= 500) {
      return failure(e);
    }
    String title = e.getResponse().getStatusInfo().getReasonPhrase();
    return Problem.of(status, "http-" + status, title, "The request cannot be served as it is.")
        .response()
        .build();
  }

  @ServerExceptionMapper
  Response failure(Throwable e) {
    LOG.errorf("request failed: %s at %s", e.getClass().getName(), place(e));
    return Problem.of(
            500,
            "internal-error",
            "Something went wrong here",
            "Report the X-Request-Id of this answer.")
        .response()
        .build();
  }

  /** The line of ours that is next to the cause: a stack trace's message may hold personal data. */
  private static String place(Throwable e) {
    for (StackTraceElement element : e.getStackTrace()) {
      if (element.getClassName().startsWith("dev.housecount")) {
        return element.toString();
      }
    }
    return e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0].toString();
  }
}
