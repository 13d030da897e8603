package dev.housecount.edge.http.gate;

import dev.housecount.edge.http.problem.Problem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.function.Consumer;

/**
 * Routes without a resource: they get what the filters of resources do for others, a line in the
 * log, a correlation id, and problems for what they do not answer.
 */
@Singleton
public class PlainRoutes {
  private static final Problem NOT_FOUND =
      Problem.of(
          404,
          "not-found",
          "There is nothing here",
          "A new version may have been deployed: load the page again.");

  private final RequestLog log;

  PlainRoutes(RequestLog log) {
    this.log = log;
  }

  /** Lets the dashboard's pages be answered. */
  public void pages(Router router, Consumer<RoutingContext> answer) {
    Route.PAGES.forEach(page -> install(router, page, page.template(), answer));
  }

  /** Lets the dashboard's files be answered; their name is the path's parameter. */
  public void assets(Router router, Consumer<RoutingContext> answer) {
    install(router, Route.ASSET, Paths.ASSETS + "/:" + Paths.ASSET, answer);
  }

  /** Answers that there is no such thing. */
  public static void notFound(RoutingContext context) {
    refuse(context, NOT_FOUND);
  }

  private void install(Router router, Route route, String path, Consumer<RoutingContext> answer) {
    router
        .route(path)
        .handler(
            context -> {
              begin(context);
              HttpMethod method = context.request().method();
              if (Route.of(route.template(), method.name()).isPresent()) {
                answer.accept(context);
              } else {
                otherMethod(context, route, method);
              }
            });
  }

  private void begin(RoutingContext context) {
    long started = System.nanoTime();
    String id = RequestLog.id(context.request().getHeader(RequestLog.HEADER));
    String method = context.request().method().name();
    context.response().putHeader(RequestLog.HEADER, id);
    context.addEndHandler(
        answered ->
            log.tell(
                id, method, context.normalizedPath(), context.response().getStatusCode(), started));
  }

  private static void otherMethod(RoutingContext context, Route route, HttpMethod method) {
    context.response().putHeader(HttpHeaders.ALLOW, route.methods());
    if (method.equals(HttpMethod.OPTIONS)) {
      context.response().end();
    } else {
      refuse(context, ProblemMappers.notAllowed(route.methods()));
    }
  }

  private static void refuse(RoutingContext context, Problem problem) {
    context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    RouterProblems.answer(context, problem, context.response().headers().get(RequestLog.HEADER));
  }
}
