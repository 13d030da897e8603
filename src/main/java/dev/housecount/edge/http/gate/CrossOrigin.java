package dev.housecount.edge.http.gate;

import dev.housecount.access.Access;
import dev.housecount.edge.http.problem.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Answers preflights of our origins, and lets their pages read answers. Any other origin gets the
 * same answer as no origin, without a word of CORS; but where no credentials are needed it may not
 * use the API at all, since a page needs nobody's leave to post a text. This server's own pages
 * may, and need no word of CORS.
 */
@Singleton
class CrossOrigin {
  /** Seconds for which a browser need not ask again; Chromium keeps no answer longer than 7200. */
  static final String MAX_AGE = "3600";

  static final List<String> REQUEST_HEADERS =
      List.of("Authorization", "Content-Type", "Content-Encoding", "Accept", "X-Request-Id");
  static final List<String> ANSWER_HEADERS = List.of("Link", "Retry-After", "X-Request-Id");

  /** Before whatever else has a say in a request. */
  private static final int FIRST = 1000;

  private final Origins origins;
  private final Access access;
  private final Hosts hosts;

  CrossOrigin(Origins origins, Access access, Hosts hosts) {
    this.origins = origins;
    this.access = access;
    this.hosts = hosts;
  }

  void install(@Observes Filters filters) {
    filters.register(this::handle, FIRST);
  }

  private void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    Route route = Route.of(request.path() == null ? "" : request.path()).orElse(null);
    if (route != null) {
      context.addHeadersEndHandler(end -> vary(context.response()));
    }
    if (origin == null) {
      context.next();
    } else if (!origins.contain(origin)) {
      // On any path: the router knows spellings of a route's that this does not, such as //collect.
      foreign(context, origin);
    } else if (route == null) {
      context.next();
    } else {
      context.response().putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
      if (isPreflight(request)) {
        preflight(context.response(), route);
      } else {
        context
            .response()
            .putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, String.join(",", ANSWER_HEADERS));
        context.next();
      }
    }
  }

  private void foreign(RoutingContext context, String origin) {
    HttpServerRequest request = context.request();
    if (access.open() && !request.method().equals(HttpMethod.OPTIONS) && !isOwn(request, origin)) {
      RouterProblems.answer(
          context,
          Problem.of(
              403,
              "foreign-origin",
              "Pages of this origin may not use this server",
              "Add the origin to housecount.cors.origins."));
    } else {
      context.next();
    }
  }

  /**
   * A browser that is sure of the connection says itself what a page is (Fetch Metadata), whatever
   * a proxy makes of the host; no page can. Else the page names the host that it asks.
   */
  private boolean isOwn(HttpServerRequest request, String origin) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin");
    }
    String host = request.authority() == null ? "" : request.authority().toString();
    return hosts.own(host) && (origin.equals("http://" + host) || origin.equals("https://" + host));
  }

  private static boolean isPreflight(HttpServerRequest request) {
    return request.method().equals(HttpMethod.OPTIONS)
        && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
  }

  private static void preflight(HttpServerResponse response, Route route) {
    response
        .setStatusCode(204)
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, route.methods())
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, String.join(",", REQUEST_HEADERS))
        .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, MAX_AGE)
        .end();
  }

  /** The resource may have named headers too. */
  private static void vary(HttpServerResponse response) {
    String others = response.headers().get(HttpHeaders.VARY);
    response.putHeader(HttpHeaders.VARY, others == null ? "Origin" : others + ", Origin");
  }
}
