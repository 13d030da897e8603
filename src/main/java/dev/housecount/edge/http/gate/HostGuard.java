package dev.housecount.edge.http.gate;

import dev.housecount.edge.http.problem.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * Refuses requests for hosts that are not ours, on whatever path. A request that names no host is
 * served: no browser sends one.
 */
@Singleton
class HostGuard {
  /** Before {@link CrossOrigin}: such a page gets no preflight either. */
  private static final int FIRST = 1001;

  private static final Problem FOREIGN =
      Problem.of(
          403,
          "foreign-host",
          "This server does not answer for this host",
          "It needs no token, so it answers for localhost only. Ask for localhost, add the host's"
              + " name to housecount.auth.hosts, or set housecount.auth.tokens.");

  private final Hosts hosts;

  HostGuard(Hosts hosts) {
    this.hosts = hosts;
  }

  void install(@Observes Filters filters) {
    if (!hosts.any()) {
      filters.register(this::handle, FIRST);
    }
  }

  private void handle(RoutingContext context) {
    if (named(context.request()).stream().allMatch(hosts::contain)) {
      context.next();
    } else {
      RouterProblems.answer(context, FOREIGN);
    }
  }

  /** HTTP/2 has a field of its own for it (RFC 9113, section 8.3.1). */
  private static List<String> named(HttpServerRequest request) {
    List<String> named = new ArrayList<>(request.headers().getAll(HttpHeaders.HOST));
    if (request.authority() != null) {
      named.add(request.authority().host());
    }
    return named;
  }
}
