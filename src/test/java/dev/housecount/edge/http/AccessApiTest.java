package dev.housecount.edge.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.housecount.access.Access;
import dev.housecount.testing.LocalDynamoDb;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(LocalDynamoDb.class)
@TestProfile(AccessApiTest.Tokens.class)
class AccessApiTest {
  /** Two portals, and two write tokens of one at once, as during a rotation. */
  public static final class Tokens implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "housecount.auth.tokens",
          String.join(
              ",",
              grant("acme", "write", "w-old"),
              grant("acme", "write", "w-new"),
              grant("stage", "write", "w-stage"),
              grant("acme", "read", "r"),
              grant("acme", "path", "k"),
              grant("acme", "privacy", "p"),
              grant("acme", "identify", "i")));
    }

    private static String grant(String portal, String scope, String token) {
      return portal + ":" + scope + ":" + HexFormat.of().formatHex(Access.sha256(token));
    }
  }

  /** A page that made its name lead here has no token; others may stand behind a proxy. */
  @Test
  void withTokens_anyHostIsServed() throws IOException {
    String query = "GET /query HTTP/1.1\r\nHost: insights.acme.test\r\nConnection: close\r\n";
    assertThat(Raw.bytes(query + "Authorization: Bearer r\r\n\r\n")).startsWith("HTTP/1.1 200");
    assertThat(Raw.bytes(query + "\r\n")).startsWith("HTTP/1.1 401");
  }

  @Test
  void withoutToken_answers401_saysHow() {
    for (RequestSpecification request :
        List.of(given(), bearer("wrong"), bearer(""), given().header("Authorization", "Basic !"))) {
      request
          .contentType("application/json")
          .body("[]")
          .post("/collect")
          .then()
          .statusCode(401)
          .header("WWW-Authenticate", startsWith("Bearer"))
          .contentType("application/problem+json")
          .body("status", is(401));
    }
    given().get("/query").then().statusCode(401).header("WWW-Authenticate", startsWith("Bearer"));
  }

  @Test
  void writeTokenCannotRead_readTokenCannotWrite() {
    bearer("w-new")
        .get("/query")
        .then()
        .statusCode(403)
        .body("type", equalTo("urn:housecount:problem:insufficient-scope"));
    bearer("r").contentType("application/json").body("[]").post("/collect").then().statusCode(403);
  }

  @Test
  void keyInThePath_writes_withoutAHeader() {
    String subject = Api.unique();
    given()
        .contentType("text/plain")
        .body(Api.json(List.of(Api.event(subject))))
        .post("/collect/k")
        .then()
        .statusCode(202);
    assertThat(portals(bearer("r").queryParam("subject", subject))).containsExactly("acme");
  }

  @ParameterizedTest
  @ValueSource(strings = {"w-new", "r", "p", "wrong-key", "K", "k%20", "k%2F"})
  void keyInThePath_nothingElseIsValidThere_norRepeated(String key) {
    given()
        .header("Authorization", "Bearer w-new")
        .urlEncodingEnabled(false)
        .contentType("application/json")
        .body("[]")
        .post("/collect/" + key)
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .body(not(containsString("wrong-key")));
  }

  @Test
  void keyInThePath_isValidNowhereElse() {
    bearer("k").contentType("application/json").body("[]").post("/collect").then().statusCode(403);
    bearer("k").get("/query").then().statusCode(403);
    bearer("k").get("/query?key=k").then().statusCode(403);
    given().get("/collect/k").then().statusCode(405);
  }

  @ParameterizedTest
  @ValueSource(strings = {"p", "i"})
  void otherScopes_neitherReadNorWrite(String token) {
    bearer(token).get("/query").then().statusCode(403);
    bearer(token)
        .contentType("application/json")
        .body("[]")
        .post("/collect")
        .then()
        .statusCode(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"w-old", "w-new"})
  void rotation_bothAreValid(String token) {
    bearer(token)
        .contentType("application/json")
        .body("[]")
        .post("/collect")
        .then()
        .statusCode(202);
  }

  @Test
  void basic_takesTheTokenAsPassword() {
    String pair =
        Base64.getEncoder().encodeToString("housecount:w-new".getBytes(StandardCharsets.UTF_8));
    given()
        .header("Authorization", "Basic " + pair)
        .contentType("application/json")
        .body("[]")
        .post("/collect")
        .then()
        .statusCode(202);
  }

  @Test
  void tokenNamesThePortal_andQueriesFilterByIt() {
    String subject = Api.unique();
    String event =
        Api.json(List.of(Api.event(subject, "id", "same", "user", "alice", "portal", "forged")));
    for (String token : List.of("w-new", "w-stage")) {
      bearer(token)
          .contentType("application/json")
          .body(event)
          .post("/collect")
          .then()
          .statusCode(202);
    }
    assertThat(portals(bearer("r").queryParam("subject", subject)))
        .containsExactlyInAnyOrder("acme", "stage");
    assertThat(portals(bearer("r").queryParam("subject", subject).queryParam("portal", "stage")))
        .containsExactly("stage");
  }

  @Test
  void healthAndPreflightNeedNoToken() {
    given().get("/q/health/live").then().statusCode(200);
    given().options("/collect").then().statusCode(200);
  }

  private static List<String> portals(RequestSpecification request) {
    return request
        .get("/query")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("events.portal");
  }

  private static RequestSpecification bearer(String token) {
    return given().header("Authorization", "Bearer " + token);
  }
}
