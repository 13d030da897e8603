package dev.housecount.shape;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * A request as a client sends it.
 *
 * @param query as it stands in the URL, still encoded
 * @param headers with a token of infra/env.json's, unless they are replaced
 * @param base64 whether the gateway hands the body over in base64, as it does with binary ones
 */
record Request(
    String method,
    String path,
    String query,
    Map<String, String> headers,
    List<String> cookies,
    byte[] body,
    boolean base64) {
  static Request of(String method, String path) {
    String token = "hc_sample-" + scope(method, path);
    Map<String, String> headers = Map.of("Authorization", "Bearer " + token);
    return new Request(method, path, "", headers, List.of(), new byte[0], false);
  }

  private static String scope(String method, String path) {
    return switch (path.split("/", -1)[1]) {
      case "collect" -> "write";
      case "users", "opt-outs", "audit" -> "privacy";
      case "names" -> "identify";
      case "catalog" -> method.equals("POST") ? "catalog" : "read";
      default -> "read";
    };
  }

  static Request query(String query) {
    return of("GET", "/query").withQuery(query);
  }

  static Request collect(String json) {
    return of("POST", "/collect")
        .header("Content-Type", "application/json")
        .body(json.getBytes(UTF_8));
  }

  static Request push(String query, String... lines) {
    return of("POST", "/catalog")
        .withQuery(query)
        .header("Content-Type", "application/x-ndjson")
        .header("Content-Encoding", "gzip")
        .body(gzip(String.join("\n", lines).getBytes(UTF_8)))
        .inBase64();
  }

  static Request collectGzip(String json) {
    return collect(json)
        .header("Content-Encoding", "gzip")
        .body(gzip(json.getBytes(UTF_8)))
        .inBase64();
  }

  Request withQuery(String encoded) {
    return new Request(method, path, encoded, headers, cookies, body, base64);
  }

  Request header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Request(method, path, query, more, cookies, body, base64);
  }

  Request cookies(String... pairs) {
    return new Request(method, path, query, headers, List.of(pairs), body, base64);
  }

  Request body(byte[] bytes) {
    return new Request(method, path, query, headers, cookies, bytes, base64);
  }

  Request withoutHeaders() {
    return new Request(method, path, query, Map.of(), cookies, body, base64);
  }

  Request to(String other) {
    return new Request(method, other, query, headers, cookies, body, base64);
  }

  Request inBase64() {
    return new Request(method, path, query, headers, cookies, body, true);
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return zipped.toByteArray();
  }
}
