package dev.housecount.edge.http.gate;

import dev.housecount.edge.http.problem.Json;
import dev.housecount.edge.http.problem.Problem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * Errors below the framework's routes, which Vert.x answers without a body: malformed URIs and
 * missing hosts.
 */
@Singleton
class RouterProblems {
  static final Problem MALFORMED =
      Problem.badRequest(
          "malformed-request",
          "The request line or a header is malformed; check the percent-encoding.");

  void install(@Observes Router router) {
    router.errorHandler(400, context -> answer(context, MALFORMED));
    // Without a Host header (RFC 9112, section 3.2) the router fails before any route; this comes
    // before the framework's own failure handler.
    router.route().order(Integer.MIN_VALUE).failureHandler(RouterProblems::malformed);
    router.errorHandler(
        413,
        context ->
            answer(
                context,
                Problem.of(413, "too-large", "The body is too large", "Split the batch.")));
  }

  private static void malformed(RoutingContext context) {
    if (context.statusCode() == MALFORMED.status()) {
      answer(context, MALFORMED);
    } else {
      context.next();
    }
  }

  static void answer(RoutingContext context, Problem problem) {
    answer(context, problem, UUID.randomUUID().toString());
  }

  /**
   * As a resource would answer it.
   *
   * @param requestId what the answer is called in the log
   */
  static void answer(RoutingContext context, Problem problem, String requestId) {
    context
        .response()
        .setStatusCode(problem.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .putHeader(RequestLog.HEADER, requestId)
        .end(Json.write(problem.body()));
  }
}
