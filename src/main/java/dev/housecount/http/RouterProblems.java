package dev.housecount.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * Errors below the framework's routes, which Vert.x answers without a body: malformed URIs, mostly.
 */
@Singleton
class RouterProblems {
  static final Problem MALFORMED =
      Problem.badRequest(
          "malformed-request",
          "The request line or a header is malformed; check the percent-encoding.");

  void install(@Observes Router router) {
    router.errorHandler(400, context -> answer(context, MALFORMED));
    router.errorHandler(
        413,
        context ->
            answer(
                context,
                Problem.of(413, "too-large", "The body is too large", "Split the batch.")));
  }

  static void answer(RoutingContext context, Problem problem) {
    context
        .response()
        .setStatusCode(problem.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .putHeader(RequestLog.HEADER, UUID.randomUUID().toString())
        .end(EventJson.write(problem.body()));
  }
}
