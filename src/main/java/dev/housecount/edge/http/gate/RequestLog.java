package dev.housecount.edge.http.gate;

import dev.housecount.telemetry.Telemetry;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Gives every request a correlation id and one log line: method, route, status, time. Nothing sent.
 */
class RequestLog {
  static final String HEADER = "X-Request-Id";

  private static final Logger LOG = Logger.getLogger("dev.housecount.request");
  private static final int FIRST = 1;
  private static final String STARTED = "housecount.started";

  /** Only what a machine made is taken over: a free text could be personal. */
  private static final Pattern MACHINE_MADE =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32}");

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

  private final Telemetry telemetry;

  RequestLog(Telemetry telemetry) {
    this.telemetry = telemetry;
  }

  @ServerRequestFilter(preMatching = true, priority = FIRST)
  void begin(ContainerRequestContext request) {
    String id = id(request.getHeaderString(HEADER));
    request.setProperty(HEADER, id);
    request.setProperty(STARTED, System.nanoTime());
    MDC.put("requestId", id);
  }

  @ServerResponseFilter
  void end(ContainerRequestContext request, ContainerResponseContext response) {
    String id = (String) request.getProperty(HEADER);
    if (id == null) {
      return;
    }
    response.getHeaders().putSingle(HEADER, id);
    long started = (Long) request.getProperty(STARTED);
    tell(id, request.getMethod(), request.getUriInfo().getPath(), response.getStatus(), started);
  }

  /**
   * Logs and counts an answer.
   *
   * @param started of {@link System#nanoTime}
   */
  void tell(String id, String method, String path, int status, long started) {
    Duration took = Duration.ofNanos(System.nanoTime() - started);
    String route = route(path);
    telemetry.answered(route, status, took);
    MDC.put("requestId", id);
    LOG.infof("%s %s %d %d ms", method(method), route, status, took.toMillis());
    MDC.remove("requestId");
  }

  /**
   * A request's correlation id.
   *
   * @param given what its sender calls it
   */
  static String id(@Nullable String given) {
    String lower = given == null ? "" : given.toLowerCase(Locale.ROOT);
    return MACHINE_MADE.matcher(lower).matches() ? lower : UUID.randomUUID().toString();
  }

  /** A method that HTTP does not have may be any word. */
  private static String method(String method) {
    return METHODS.contains(method) ? method : "(other)";
  }

  /** Paths that we do not know may hold anything. */
  private static String route(String path) {
    return Route.of(path).map(Route::template).orElse("(other)");
  }
}
