package dev.housecount.edge.http.gate;

import static dev.housecount.access.Access.Scope.IDENTIFY;
import static dev.housecount.access.Access.Scope.PRIVACY;
import static dev.housecount.access.Access.Scope.READ;
import static dev.housecount.access.Access.Scope.WRITE;
import static dev.housecount.edge.http.gate.Endpoint.delete;
import static dev.housecount.edge.http.gate.Endpoint.get;
import static dev.housecount.edge.http.gate.Endpoint.post;
import static dev.housecount.edge.http.gate.Endpoint.put;

import dev.housecount.access.Access;
import jakarta.ws.rs.HttpMethod;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The paths that are served, the methods that they have, and the scope that a token needs for each:
 * the one list that access, logs and the {@code Allow} of a 405 go by. A resource's method that is
 * not in it is refused.
 */
enum Route {
  COLLECT(Paths.COLLECT, post(WRITE)),
  /** For senders that can keep no secret. */
  COLLECT_WITH_KEY(Paths.COLLECT_WITH_KEY, post(Access.Scope.PATH)),
  /** Where Red Hat's module posts, and its page asks. */
  ADOPTION_INSIGHTS(Paths.ADOPTION_INSIGHTS, get(READ), post(WRITE)),
  /** Needs no token there, either. */
  ADOPTION_HEALTH(Paths.ADOPTION_HEALTH, get(null)),
  QUERY(Paths.QUERY, get(READ)),
  CATALOG(Paths.CATALOG, get(READ), post(Access.Scope.CATALOG)),
  HEADCOUNTS(Paths.CATALOG + "/" + Paths.HEADCOUNTS, get(READ)),
  INSIGHTS(Paths.INSIGHTS, get(READ)),
  REPORT(Paths.INSIGHTS + "/{" + Paths.REPORT + "}", get(READ)),
  DATA_HEALTH(Paths.DATA_HEALTH, get(READ)),
  DATA_VERSIONS(Paths.DATA_HEALTH + "/" + Paths.VERSIONS, get(READ)),
  /** Not on AWS. Open to whoever reaches the server: figures, and nothing of anybody. */
  METRICS("/metrics", get(null)),
  USERS("/users/{ref+}", get(PRIVACY), delete(PRIVACY)),
  OPT_OUTS("/opt-outs/{ref+}", get(PRIVACY), put(PRIVACY), delete(PRIVACY)),
  NAMES(Paths.NAMES, get(IDENTIFY)),
  AUDIT(Paths.AUDIT, get(PRIVACY)),
  /** Only the function has it, and no route of its gateway reaches it. */
  MAINTENANCE("/internal/maintenance", post(null)),
  /** Not on AWS, and only where nobody needs a token: elsewhere it says that there is nothing. */
  DEMO("/demo", get(null), post(null)),
  /** The dashboard's pages and files, open to whoever reaches the server: nothing of anybody. */
  OVERVIEW("/", get(null)),
  SEARCH_AND_DOCS("/search-and-docs", get(null)),
  TEMPLATES_AND_PLUGINS("/templates-and-plugins", get(null)),
  HEALTH_OF_DATA("/health-of-data", get(null)),
  ASSET(Paths.ASSETS + "/{" + Paths.ASSET + "}", get(null));

  /** What no resource answers but the dashboard. */
  static final Set<Route> PAGES =
      EnumSet.of(OVERVIEW, SEARCH_AND_DOCS, TEMPLATES_AND_PLUGINS, HEALTH_OF_DATA);

  private final String template;
  private final List<Endpoint> endpoints;

  Route(String template, Endpoint... endpoints) {
    this.template = template;
    this.endpoints = List.of(endpoints);
  }

  /** The route of a request's path; a slash at its beginning or end does not matter. */
  static Optional<Route> of(String path) {
    String[] segments = segments(path);
    return Arrays.stream(values()).filter(route -> route.matches(segments)).findFirst();
  }

  /** What a request needs; empty where nothing answers it. */
  static Optional<Endpoint> of(String path, String method) {
    return of(path)
        .flatMap(
            route ->
                route.endpoints.stream().filter(endpoint -> endpoint.answers(method)).findFirst());
  }

  /** The paths that a token opens, for a person. */
  static String paths() {
    return Arrays.stream(values())
        .filter(route -> route.endpoints.stream().anyMatch(endpoint -> endpoint.scope() != null))
        .map(Route::template)
        .collect(Collectors.joining(", "));
  }

  /**
   * The path, with a name in braces for what differs by request: nothing sent is in it. As API
   * Gateway writes it: {@code {name+}} stands for one segment or more.
   */
  String template() {
    return template;
  }

  /** The value of an {@code Allow} header (RFC 9110, section 10.2.1). */
  String methods() {
    return Stream.of(
                HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE)
            .filter(method -> endpoints.stream().anyMatch(endpoint -> endpoint.answers(method)))
            .collect(Collectors.joining(", "))
        + ", OPTIONS";
  }

  private boolean matches(String[] segments) {
    String[] expected = segments(template);
    boolean greedy = template.endsWith("+}");
    boolean matches =
        greedy ? segments.length >= expected.length : segments.length == expected.length;
    for (int i = 0; matches && i < expected.length; i++) {
      matches = expected[i].startsWith("{") || expected[i].equals(segments[i]);
    }
    return matches;
  }

  private static String[] segments(String path) {
    int start = path.startsWith("/") ? 1 : 0;
    int end = path.endsWith("/") && path.length() > start ? path.length() - 1 : path.length();
    return path.substring(start, end).split("/", -1);
  }
}
