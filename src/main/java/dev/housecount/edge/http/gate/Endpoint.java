package dev.housecount.edge.http.gate;

import dev.housecount.access.Access;
import jakarta.ws.rs.HttpMethod;
import org.jspecify.annotations.Nullable;

/**
 * What a method of a path needs.
 *
 * @param method of HTTP
 * @param scope what a token must allow; null where none is needed
 */
record Endpoint(String method, Access.@Nullable Scope scope) {
  static Endpoint get(Access.@Nullable Scope scope) {
    return new Endpoint(HttpMethod.GET, scope);
  }

  static Endpoint post(Access.@Nullable Scope scope) {
    return new Endpoint(HttpMethod.POST, scope);
  }

  static Endpoint put(Access.@Nullable Scope scope) {
    return new Endpoint(HttpMethod.PUT, scope);
  }

  static Endpoint delete(Access.@Nullable Scope scope) {
    return new Endpoint(HttpMethod.DELETE, scope);
  }

  /** Whether it answers a request of this method: a HEAD is a GET without the body. */
  boolean answers(String requested) {
    return requested.equals(method)
        || requested.equals(HttpMethod.HEAD) && method.equals(HttpMethod.GET);
  }

  /** Whether events are posted to it. */
  boolean takesEvents() {
    return scope == Access.Scope.WRITE || scope == Access.Scope.PATH;
  }
}
