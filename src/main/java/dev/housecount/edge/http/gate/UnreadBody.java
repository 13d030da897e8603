package dev.housecount.edge.http.gate;

import io.quarkus.arc.profile.UnlessBuildProfile;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Throws away what is left of a body after its answer, so that the connection can be used again,
 * and cuts off a sender that does not stop. Without this, whoever sends on after a 401 or a 413
 * fills the memory: the framework keeps what nobody reads. In Lambda the whole request is there
 * before it begins.
 */
@Singleton
@UnlessBuildProfile("lambda")
class UnreadBody {
  /** Bytes that may still be under way when the answer arrives. */
  private static final int MOST = 1 << 20;

  void install(@Observes Router router) {
    router
        .route()
        .order(Integer.MIN_VALUE)
        .handler(
            context -> {
              context.addEndHandler(answered -> discard(context.request()));
              context.next();
            });
  }

  private static void discard(HttpServerRequest request) {
    if (request.isEnded()) {
      return;
    }
    int[] discarded = {0};
    request.handler(
        bytes -> {
          discarded[0] += bytes.length();
          if (discarded[0] > MOST) {
            cutOff(request);
          }
        });
    request.resume();
  }

  static void cutOff(HttpServerRequest request) {
    request.pause();
    request.connection().close();
  }
}
