package dev.housecount.edge.http.dashboard;

import dev.housecount.edge.http.gate.Paths;
import dev.housecount.edge.http.gate.PlainRoutes;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * Answers for the pages, which are one document, and for their files. Names of headers are in lower
 * case: quarkus-amazon-lambda-http takes an answer with {@code Content-Type: text/...} for text,
 * which destroys what is compressed.
 */
@Singleton
class Dashboard {
  private static final String PAGE = "index.html";

  /** Nothing but this server's own files and answers; no text ever becomes script. */
  static final String POLICY =
      String.join(
          "; ",
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          "img-src 'self' data:",
          "connect-src 'self'",
          "base-uri 'none'",
          "form-action 'none'",
          "frame-ancestors 'none'",
          "require-trusted-types-for 'script'",
          "trusted-types 'none'");

  private static final Map<String, String> TYPES =
      Map.of(
          "js", "text/javascript;charset=utf-8",
          "css", "text/css;charset=utf-8",
          "html", "text/html;charset=utf-8",
          "svg", "image/svg+xml",
          "txt", "text/plain;charset=utf-8");

  private final DashboardSettings settings;
  private final PlainRoutes routes;
  private final Files files = new Files();

  Dashboard(DashboardSettings settings, PlainRoutes routes) {
    this.settings = settings;
    this.routes = routes;
  }

  void install(@Observes Router router) {
    routes.pages(router, this::page);
    routes.assets(router, this::asset);
  }

  private void page(RoutingContext context) {
    HttpServerResponse response = context.response();
    response.putHeader("content-security-policy", POLICY);
    response.putHeader("cross-origin-opener-policy", "same-origin");
    answer(context, PAGE, "no-cache");
  }

  /** What a name stands for never changes: it has a hash of the content. */
  private void asset(RoutingContext context) {
    String name = "assets/" + context.pathParam(Paths.ASSET);
    answer(context, name, "public, max-age=31536000, immutable");
  }

  private void answer(RoutingContext context, String name, String caching) {
    List<Coding> codings = Coding.taken(context.request().headers().getAll("accept-encoding"));
    if (settings.enabled()) {
      files
          .find(name, codings)
          .ifPresentOrElse(
              content -> send(context, name, content, caching),
              () -> PlainRoutes.notFound(context));
    } else {
      PlainRoutes.notFound(context);
    }
  }

  private static void send(
      RoutingContext context, String name, Files.Content content, String caching) {
    String tag = tag(content);
    HttpServerResponse response = context.response();
    response.putHeader("cache-control", caching);
    response.putHeader("etag", tag);
    response.putHeader("vary", "accept-encoding");
    response.putHeader("x-content-type-options", "nosniff");
    response.putHeader("referrer-policy", "no-referrer");
    response.putHeader("cross-origin-resource-policy", "same-origin");
    if (isKnown(context.request().headers().getAll("if-none-match"), tag)) {
      response.setStatusCode(304).end();
      return;
    }
    response.putHeader("content-type", type(name));
    if (content.coding() != Coding.IDENTITY) {
      response.putHeader("content-encoding", content.coding().word());
    }
    response.putHeader("content-length", String.valueOf(content.bytes().length));
    if (context.request().method().equals(HttpMethod.HEAD)) {
      response.end();
    } else {
      response.end(Buffer.buffer(content.bytes()));
    }
  }

  /** Of these bytes: each form of a file has its own (RFC 9110, section 8.8.3). */
  private static String tag(Files.Content content) {
    CRC32C sum = new CRC32C();
    sum.update(content.bytes());
    return "\"%08x-%x\"".formatted(sum.getValue(), content.bytes().length);
  }

  private static boolean isKnown(List<String> known, String tag) {
    return known.stream()
        .flatMap(value -> Arrays.stream(value.split(",", -1)))
        .map(String::strip)
        .anyMatch(one -> one.equals("*") || one.equals(tag) || one.equals("W/" + tag));
  }

  private static String type(String name) {
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return TYPES.getOrDefault(extension, "application/octet-stream");
  }
}
