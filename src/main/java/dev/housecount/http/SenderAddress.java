package dev.housecount.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;

/**
 * Tells senders apart where their events do not: anonymous events without time. Used in a keyed
 * hash only, never stored.
 */
@RequestScoped
class SenderAddress {
  private final HttpServerRequest request;

  SenderAddress(HttpServerRequest request) {
    this.request = request;
  }

  String fingerprint(HttpHeaders headers) {
    SocketAddress remote = request.remoteAddress();
    return headers.getHeaderString("X-Forwarded-For")
        + '|'
        + (remote == null ? "" : remote.hostAddress())
        + '|'
        + headers.getHeaderString(HttpHeaders.USER_AGENT);
  }
}
