package dev.housecount.edge.http;

import dev.housecount.collect.KnownBots;
import dev.housecount.collect.Sender;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who sends, from a request's connection and headers. Nothing of it is stored. */
@RequestScoped
class SenderAddress {
  private final HttpServerRequest request;

  SenderAddress(HttpServerRequest request) {
    this.request = request;
  }

  Sender of(HttpHeaders headers) {
    String origin = host(headers.getHeaderString("Origin"));
    String host = origin == null ? host(headers.getHeaderString("Referer")) : origin;
    boolean bot = KnownBots.isBot(headers.getHeaderString(HttpHeaders.USER_AGENT), host);
    return new Sender(fingerprint(headers), bot, host, null);
  }

  /** The host of an origin or a page; null where the text names none. */
  static @Nullable String host(@Nullable String url) {
    try {
      String host = url == null ? null : new URI(url).getHost();
      return host == null ? null : host.toLowerCase(Locale.ROOT);
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** Tells senders apart where their events do not: anonymous events without time. */
  private String fingerprint(HttpHeaders headers) {
    SocketAddress remote = request.remoteAddress();
    return headers.getHeaderString("X-Forwarded-For")
        + '|'
        + (remote == null ? "" : remote.hostAddress())
        + '|'
        + headers.getHeaderString(HttpHeaders.USER_AGENT);
  }
}
