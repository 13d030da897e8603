package dev.housecount.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.testing.LocalDynamoDb;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the dashboard's page and files are served; what they show, .ci/dashboard tests. */
@QuarkusTest
@QuarkusTestResource(LocalDynamoDb.class)
class DashboardApiTest {
  private static final Pattern ASSET = Pattern.compile("\"(/assets/[A-Za-z0-9_.-]+)\"");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/?period=90d&team=group:default/a",
        "/search-and-docs",
        "/templates-and-plugins",
        "/health-of-data",
        "/health-of-data/"
      })
  void page_anyLink_isTheDocument_neverKeptUnasked(String path) throws Exception {
    HttpResponse<byte[]> answer = send("GET", path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(text(answer.body())).startsWith("<!doctype html>");
    assertThat(header(answer, "content-type")).isEqualTo("text/html;charset=utf-8");
    assertThat(header(answer, "cache-control")).isEqualTo("no-cache");
    assertThat(header(answer, "x-content-type-options")).isEqualTo("nosniff");
    assertThat(header(answer, "referrer-policy")).isEqualTo("no-referrer");
    assertThat(header(answer, "x-request-id")).isNotEmpty();
  }

  @Test
  void page_policy_allowsNothingButThisServersFiles() throws Exception {
    HttpResponse<byte[]> answer = send("GET", "/");
    assertThat(header(answer, "content-security-policy").split("; "))
        .contains(
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'")
        .noneMatch(directive -> directive.contains("unsafe") || directive.contains("http"));
    String page = text(answer.body());
    assertThat(page).doesNotContainPattern("<script(?![^>]* src=)|<style|style=|\\son[a-z]+=");
    assertThat(page).doesNotContainPattern("(src|href)=\"(?!/assets/|data:,)");
  }

  @Test
  void asset_eachThatThePageNames_isKeptForEver_compressedAsAsked() throws Exception {
    List<String> assets = assets();
    assertThat(assets).anyMatch(a -> a.endsWith(".js")).anyMatch(a -> a.endsWith(".css"));
    for (String asset : assets) {
      HttpResponse<byte[]> plain = send("GET", asset);
      HttpResponse<byte[]> gzip = send("GET", asset, "Accept-Encoding", "gzip");
      HttpResponse<byte[]> brotli = send("GET", asset, "Accept-Encoding", "gzip, deflate, br");
      assertThat(plain.statusCode()).isEqualTo(200);
      assertThat(header(plain, "content-encoding")).isEmpty();
      assertThat(header(gzip, "content-encoding")).isEqualTo("gzip");
      assertThat(header(brotli, "content-encoding")).isIn("br", "gzip");
      assertThat(inflate(gzip.body())).isEqualTo(plain.body());
      assertThat(brotli.body().length).isLessThanOrEqualTo(gzip.body().length);
      for (HttpResponse<byte[]> answer : List.of(plain, gzip, brotli)) {
        assertThat(header(answer, "cache-control"))
            .isEqualTo("public, max-age=31536000, immutable");
        assertThat(header(answer, "vary").toLowerCase(java.util.Locale.ROOT))
            .contains("accept-encoding");
        assertThat(header(answer, "content-type")).startsWith("text/");
        assertThat(header(answer, "x-content-type-options")).isEqualTo("nosniff");
      }
    }
  }

  @Test
  void licences_ofWhatIsBundled_areServed() throws Exception {
    String notices = assets().stream().filter(a -> a.contains("third-party")).findFirst().get();
    assertThat(text(send("GET", notices).body()))
        .contains("==== echarts/LICENSE", "==== echarts/NOTICE", "==== zrender/LICENSE")
        .contains("Apache License", "==== tslib/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "gzip", "br"})
  void etag_known_is304WithoutBody_otherForm_isSent(String coding) throws Exception {
    HttpResponse<byte[]> first = send("GET", "/", "Accept-Encoding", coding);
    String tag = header(first, "etag");
    assertThat(tag).startsWith("\"").endsWith("\"");
    for (String known : List.of(tag, "W/" + tag, "\"a,b\", " + tag, "*")) {
      HttpResponse<byte[]> again =
          send("GET", "/", "Accept-Encoding", coding, "If-None-Match", known);
      assertThat(again.statusCode()).as(known).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      assertThat(header(again, "etag")).isEqualTo(tag);
      assertThat(header(again, "cache-control")).isEqualTo("no-cache");
    }
    assertThat(send("GET", "/", "Accept-Encoding", coding, "If-None-Match", "\"x\"").statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/search-and-docs", "asset"})
  void head_isAGetWithoutBody(String path) throws Exception {
    String real = path.equals("asset") ? assets().get(0) : path;
    HttpResponse<byte[]> get = send("GET", real, "Accept-Encoding", "gzip");
    HttpResponse<byte[]> head = send("HEAD", real, "Accept-Encoding", "gzip");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    for (String name : List.of("etag", "content-type", "content-encoding", "content-length")) {
      assertThat(header(head, name)).as(name).isEqualTo(header(get, name)).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/none.js",
        "/assets/main.js",
        "/assets/index.html",
        "/assets/..%2findex.html",
        "/assets/..%2f..%2fapplication.yaml",
        "/assets/%2e%2e%5cindex.html",
        "/assets/.gz",
        "/assets/%00.js"
      })
  void asset_thatIsNone_isAProblem(String path) throws Exception {
    HttpResponse<byte[]> answer = send("GET", path);
    assertThat(answer.statusCode()).isIn(400, 404);
    assertThat(header(answer, "content-type")).isEqualTo("application/problem+json");
    assertThat(header(answer, "cache-control")).isIn("no-store", "");
  }

  @ParameterizedTest
  @CsvSource({"POST,/", "PUT,/health-of-data", "DELETE,/assets/none.js", "PATCH,/"})
  void otherMethod_isAProblem_andSaysWhichThereAre(String method, String path) throws Exception {
    HttpResponse<byte[]> answer = send(method, path);
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(header(answer, "allow")).isEqualTo("GET, HEAD, OPTIONS");
    assertThat(text(answer.body())).contains("urn:housecount:problem:method-not-allowed");
  }

  @Test
  void page_ofAForeignHostOrOrigin_isRefused() throws Exception {
    assertThat(Raw.bytes("GET / HTTP/1.1\r\nHost: evil.test\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 403")
        .contains("foreign-host");
    assertThat(send("GET", "/", "Origin", "https://evil.test").statusCode()).isEqualTo(403);
  }

  /** A person follows a link from elsewhere: a browser names no origin then. */
  @Test
  void page_linkedFromElsewhere_isServed() throws Exception {
    HttpResponse<byte[]> answer =
        send("GET", "/", "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate");
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  private static List<String> assets() throws Exception {
    String page = text(send("GET", "/").body());
    return ASSET.matcher(page).results().map(found -> found.group(1)).toList();
  }

  private static HttpResponse<byte[]> send(String method, String path, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
            .method(method, BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static byte[] inflate(byte[] gzip) throws IOException {
    return new GZIPInputStream(new ByteArrayInputStream(gzip)).readAllBytes();
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
