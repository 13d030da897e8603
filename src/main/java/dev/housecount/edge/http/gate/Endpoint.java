package dev.housecount.edge.http.gate;

import dev.housecount.access.Access;
import dev.housecount.edge.http.wire.MediaTypes;
import jakarta.ws.rs.HttpMethod;
import java.util.Optional;
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

  /** What bodies it takes; empty where it takes none. */
  Optional<MediaTypes> bodies() {
    if (scope == Access.Scope.WRITE || scope == Access.Scope.PATH) {
      return Optional.of(MediaTypes.EVENTS);
    }
    return scope == Access.Scope.CATALOG ? Optional.of(MediaTypes.CATALOG) : Optional.empty();
  }
}
