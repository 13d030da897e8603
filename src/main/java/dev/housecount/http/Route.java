package dev.housecount.http;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The paths that are served, the methods that they have, and the scope that a token needs for them:
 * the one list that access, logs and the {@code Allow} of a 405 go by. A resource that is not in it
 * is refused.
 */
enum Route {
  COLLECT(CollectResource.PATH, Access.Scope.WRITE, "POST, OPTIONS"),
  /** For senders that can keep no secret. */
  COLLECT_WITH_KEY(
      CollectResource.PATH + "/{" + Route.KEY + "}", Access.Scope.PATH, "POST, OPTIONS"),
  /** Where Red Hat's module posts. */
  ADOPTION_INSIGHTS(AdoptionInsightsResource.PATH, Access.Scope.WRITE, "POST, OPTIONS"),
  QUERY(QueryResource.PATH, Access.Scope.READ, "GET, HEAD, OPTIONS"),
  /** Not on AWS. Open to whoever reaches the server: figures, and nothing of anybody. */
  METRICS("/metrics", null, "GET, HEAD, OPTIONS"),
  USERS("/users/{ref+}", Access.Scope.PRIVACY, "GET, HEAD, DELETE, OPTIONS"),
  OPT_OUTS("/opt-outs/{ref+}", Access.Scope.PRIVACY, "GET, HEAD, PUT, DELETE, OPTIONS"),
  NAMES(NamesResource.PATH, Access.Scope.IDENTIFY, "GET, HEAD, OPTIONS"),
  AUDIT(AuditResource.PATH, Access.Scope.PRIVACY, "GET, HEAD, OPTIONS"),
  /** Only the function has it, and no route of its gateway reaches it. */
  MAINTENANCE("/internal/maintenance", null, "POST, OPTIONS");

  /** The name of the key in a path. */
  static final String KEY = "key";

  private final String template;
  private final Access.@Nullable Scope scope;
  private final String methods;

  Route(String template, Access.@Nullable Scope scope, String methods) {
    this.template = template;
    this.scope = scope;
    this.methods = methods;
  }

  /** The route of a request's path; a slash at its beginning or end does not matter. */
  static Optional<Route> of(String path) {
    String[] segments = segments(path);
    return Arrays.stream(values()).filter(route -> route.matches(segments)).findFirst();
  }

  /** The paths that a token opens, for a person. */
  static String paths() {
    return Arrays.stream(values())
        .filter(route -> route.scope != null)
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

  /** What a token must allow; null where none is needed. */
  Access.@Nullable Scope scope() {
    return scope;
  }

  /** Whether events are posted to it. */
  boolean takesEvents() {
    return scope == Access.Scope.WRITE || scope == Access.Scope.PATH;
  }

  /** The value of an {@code Allow} header (RFC 9110, section 10.2.1). */
  String methods() {
    return methods;
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
