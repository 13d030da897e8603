package dev.housecount.shape;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What an HTTP API of API Gateway makes of requests (payload format 2.0), and of answers. */
final class GatewayEvents {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private GatewayEvents() {}

  static byte[] event(Request request) {
    ObjectNode event = JSON.createObjectNode();
    event.put("version", "2.0");
    event.put("routeKey", "ANY " + request.path());
    // The gateway decodes it: an encoded slash is a slash.
    event.put("rawPath", URLDecoder.decode(request.path().replace("+", "%2B"), UTF_8));
    event.put("rawQueryString", request.query());
    ObjectNode headers = event.putObject("headers");
    headers.put("host", "abc123.execute-api.us-east-1.amazonaws.com");
    headers.put("x-forwarded-for", "198.51.100.7");
    headers.put("x-forwarded-port", "443");
    headers.put("x-forwarded-proto", "https");
    request.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    if (!request.cookies().isEmpty()) {
      request.cookies().forEach(event.putArray("cookies")::add);
    }
    parameters(request.query(), event);
    context(request, event.putObject("requestContext"));
    boolean base64 = request.base64();
    event.put("isBase64Encoded", base64);
    if (request.body().length > 0) {
      byte[] body = request.body();
      event.put(
          "body", base64 ? Base64.getEncoder().encodeToString(body) : new String(body, UTF_8));
    }
    return write(event);
  }

  private static void parameters(String query, ObjectNode event) {
    if (query.isEmpty()) {
      return;
    }
    // The gateway joins repeated parameters with commas; rawQueryString keeps them apart.
    Map<String, String> joined =
        Arrays.stream(query.split("&"))
            .map(pair -> pair.split("=", 2))
            .collect(
                Collectors.toMap(
                    pair -> pair[0],
                    pair -> URLDecoder.decode(pair[1], UTF_8),
                    (a, b) -> a + "," + b,
                    LinkedHashMap::new));
    ObjectNode parameters = event.putObject("queryStringParameters");
    joined.forEach(parameters::put);
  }

  private static void context(Request request, ObjectNode context) {
    context.put("accountId", "123456789012");
    context.put("apiId", "abc123");
    context.put("domainName", "abc123.execute-api.us-east-1.amazonaws.com");
    context.put("requestId", "JKJaXmPLvHcESHA=");
    context.put("routeKey", "ANY " + request.path());
    context.put("stage", "$default");
    context.put("timeEpoch", 1_767_225_600_000L);
    ObjectNode http = context.putObject("http");
    http.put("method", request.method());
    http.put("path", request.path());
    http.put("protocol", "HTTP/1.1");
    http.put("sourceIp", "198.51.100.7");
    http.put("userAgent", request.headers().getOrDefault("User-Agent", "test"));
  }

  static Response response(byte[] payload) {
    try {
      JsonNode answer = JSON.readTree(payload);
      Map<String, String> headers = new LinkedHashMap<>();
      answer
          .path("headers")
          .properties()
          .forEach(h -> headers.put(h.getKey().toLowerCase(Locale.ROOT), h.getValue().asText()));
      answer
          .path("multiValueHeaders")
          .properties()
          .forEach(
              h -> headers.put(h.getKey().toLowerCase(Locale.ROOT), h.getValue().get(0).asText()));
      String text = answer.path("body").asText("");
      boolean base64 = answer.path("isBase64Encoded").asBoolean();
      byte[] body = base64 ? Base64.getDecoder().decode(text) : text.getBytes(UTF_8);
      return new Response(answer.path("statusCode").asInt(), headers, body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] write(ObjectNode event) {
    try {
      return JSON.writeValueAsBytes(event);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
