package dev.housecount.edge.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.nullValue;

import dev.housecount.edge.http.gate.Origins;
import dev.housecount.testing.LocalDynamoDb;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The local server as it starts: open, for pages of this machine. */
@QuarkusTest
@QuarkusTestResource(LocalDynamoDb.class)
class LocalOriginApiTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:3000",
        "https://localhost",
        "http://127.0.0.1:7007",
        "http://[::1]:3000"
      })
  void thisMachine_mayPost_andRead(String origin) {
    given()
        .header("Origin", origin)
        .header("Access-Control-Request-Method", "POST")
        .options("/collect")
        .then()
        .statusCode(204)
        .header("Access-Control-Allow-Origin", origin);
    given()
        .header("Origin", origin)
        .contentType("text/plain")
        .body("[]")
        .post("/collect")
        .then()
        .statusCode(202)
        .header("Access-Control-Allow-Origin", origin);
  }

  /** A page needs nobody's leave to post a text, and here no credentials. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.test",
        "http://localhost.evil.test",
        "http://evil.test:3000",
        "null"
      })
  void anotherMachine_mayNeitherPostNorRead(String origin) {
    given()
        .header("Origin", origin)
        .contentType("text/plain")
        .body("[]")
        .post("/collect")
        .then()
        .statusCode(403)
        .contentType("application/problem+json")
        .header("Access-Control-Allow-Origin", nullValue());
    given().header("Origin", origin).get("/query").then().statusCode(403);
  }

  /** By a name of this machine that {@link Origins} does not list. */
  @Test
  void ownPage_mayPost() throws IOException {
    assertThat(
            Raw.bytes(
                "POST /collect HTTP/1.1\r\nHost: stats.localhost:8080\r\n"
                    + "Origin: http://stats.localhost:8080\r\nConnection: close\r\n"
                    + "Content-Type: text/plain\r\nContent-Length: 2\r\n\r\n[]"))
        .startsWith("HTTP/1.1 202");
  }

  @ParameterizedTest
  @ValueSource(strings = {"//collect", "/%63ollect", "/collect;x=1", "/x/../collect"})
  void anotherMachine_mayNotPost_howeverThePathIsSpelled(String path) throws IOException {
    String answer =
        Raw.bytes(
            "POST "
                + path
                + " HTTP/1.1\r\nHost: localhost\r\nOrigin: https://evil.test\r\nConnection: close\r\n"
                + "Content-Type: text/plain\r\nContent-Length: 2\r\n\r\n[]");
    assertThat(answer).startsWith("HTTP/1.1 403");
  }
}
