package dev.housecount.edge.backstage;

import java.net.URI;
import java.util.Set;

/** An address to which a token may be sent. */
final class PortalAddress {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private PortalAddress() {}

  /**
   * The address without slashes at its end.
   *
   * @throws IllegalArgumentException when it is none, or its connections are not encrypted though
   *     they leave this machine
   */
  static String checked(String address) {
    URI uri = URI.create(address.strip());
    boolean https = "https".equals(uri.getScheme());
    boolean here =
        "http".equals(uri.getScheme()) && LOOPBACK.contains(String.valueOf(uri.getHost()));
    boolean whole = uri.getHost() != null && uri.getUserInfo() == null && uri.getQuery() == null;
    if (!whole || !(https || here)) {
      throw new IllegalArgumentException(
          "housecount.catalog.pull.url is the base URL of a portal's backend, such as"
              + " https://backstage.example.com; http:// only for localhost");
    }
    return uri.toString().replaceAll("/+$", "");
  }
}
