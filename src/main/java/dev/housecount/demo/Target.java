package dev.housecount.demo;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The server that is fed.
 *
 * @param url its base
 * @param token that may write events; null for an open server
 * @param catalogToken that may push the catalog; null for an open server
 */
public record Target(URI url, @Nullable String token, @Nullable String catalogToken) {
  /** Without what could stand behind the base. */
  URI at(String path) {
    String base = url.toString();
    return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
  }
}
