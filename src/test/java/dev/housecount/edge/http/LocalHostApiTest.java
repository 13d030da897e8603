package dev.housecount.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.testing.LocalDynamoDb;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The local server as it starts: open, and asked for by names that lead to this machine. */
@QuarkusTest
@QuarkusTestResource(LocalDynamoDb.class)
class LocalHostApiTest {
  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1:8080", "[::1]:8080", "portal.localhost"})
  void thisMachine_isServed(String host) throws IOException {
    assertThat(get("/query", "Host: " + host)).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/query",
        "//query",
        "/%71uery",
        "/nothing",
        "/metrics",
        "/q/health",
        "/q/openapi",
        "/users/user:default/alice"
      })
  void foreignHost_isRefused_onEveryPath(String path) throws IOException {
    assertThat(get(path, "Host: rebound.evil.test:8080"))
        .startsWith("HTTP/1.1 403")
        .contains("application/problem+json", "foreign-host", "housecount.auth.hosts")
        .doesNotContain("evil");
  }

  @Test
  void foreignHost_mayNotPost_norAskBefore() throws IOException {
    String from = "Host: evil.test\r\nOrigin: http://evil.test";
    String post =
        " /collect HTTP/1.1\r\n"
            + from
            + "\r\nAccess-Control-Request-Method: POST\r\nConnection: close\r\n"
            + "Content-Type: text/plain\r\nContent-Length: 2\r\n\r\n[]";
    assertThat(Raw.bytes("POST" + post)).startsWith("HTTP/1.1 403").contains("foreign-host");
    assertThat(Raw.bytes("OPTIONS" + post)).startsWith("HTTP/1.1 403").contains("foreign-host");
  }

  @Test
  void foreignHost_besideOurs_isRefused() throws IOException {
    assertThat(get("/query", "Host: localhost\r\nHost: evil.test")).startsWith("HTTP/1.1 40");
    assertThat(get("/query", "Host: evil.test\r\nHost: localhost")).startsWith("HTTP/1.1 40");
  }

  private static String get(String path, String host) throws IOException {
    return Raw.bytes("GET " + path + " HTTP/1.1\r\n" + host + "\r\nConnection: close\r\n\r\n");
  }
}
