package dev.housecount.http;

import java.util.Map;

/**
 * What may be done where: a 405 must say so (RFC 9110, section 15.5.6), and the framework's does
 * not.
 */
final class AllowedMethods {
  private static final Map<String, String> BY_PATH =
      Map.of(CollectResource.PATH, "POST, OPTIONS", QueryResource.PATH, "GET, HEAD, OPTIONS");

  private AllowedMethods() {}

  static String of(String path) {
    String plain = path.startsWith("/") ? path : "/" + path;
    return BY_PATH.getOrDefault(
        plain.endsWith("/") && plain.length() > 1 ? plain.substring(0, plain.length() - 1) : plain,
        "");
  }
}
