package dev.housecount.http;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The paths that are served, the methods that they have, and the scope that a token needs for them:
 * the one list that access, logs and the {@code Allow} of a 405 go by. A resource that is not in it
 * is refused.
 */
enum Route {
  COLLECT(CollectResource.PATH, Access.Scope.WRITE, "POST, OPTIONS"),
  QUERY(QueryResource.PATH, Access.Scope.READ, "GET, HEAD, OPTIONS"),
  /** Not on AWS. Open to whoever reaches the server: figures, and nothing of anybody. */
  METRICS("/metrics", null, "GET, HEAD, OPTIONS"),
  /** Only the function has it, and no route of its gateway reaches it. */
  MAINTENANCE("/internal/maintenance", null, "POST, OPTIONS");

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

  /** The path, with a name in braces for what differs by request: nothing sent is in it. */
  String template() {
    return template;
  }

  /** What a token must allow; null where none is needed. */
  Access.@Nullable Scope scope() {
    return scope;
  }

  /** The value of an {@code Allow} header (RFC 9110, section 10.2.1). */
  String methods() {
    return methods;
  }

  private boolean matches(String[] segments) {
    String[] expected = segments(template);
    boolean matches = expected.length == segments.length;
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
