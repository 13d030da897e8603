package dev.housecount.edge.http;

import dev.housecount.access.Access;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tokens of many portals, so that each test has one of its own. */
final class CatalogTokens {
  private static final int PORTALS = 200;

  private CatalogTokens() {}

  static String grants() {
    return IntStream.range(0, PORTALS)
        .mapToObj(CatalogTokens::portal)
        .flatMap(
            portal ->
                List.of("write", "read", "catalog", "privacy").stream()
                    .map(
                        scope ->
                            portal
                                + ":"
                                + scope
                                + ":"
                                + HexFormat.of().formatHex(Access.sha256(token(portal, scope)))))
        .collect(Collectors.joining(","));
  }

  static String portal(int number) {
    if (number >= PORTALS) {
      throw new IllegalArgumentException("there are only " + PORTALS + " portals");
    }
    return "portal-" + number;
  }

  static String token(String portal, String scope) {
    return "token-of-" + portal + "-for-" + scope;
  }
}
