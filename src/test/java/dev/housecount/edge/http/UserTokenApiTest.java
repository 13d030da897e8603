package dev.housecount.edge.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.housecount.access.Access;
import dev.housecount.testing.LocalDynamoDb;
import dev.housecount.testing.LocalPortal;
import dev.housecount.testing.PortalAuth;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Users' tokens beside ordinary ones. */
@QuarkusTest
@QuarkusTestResource(LocalDynamoDb.class)
@QuarkusTestResource(value = LocalPortal.class, restrictToAnnotatedClass = true)
@TestProfile(UserTokenApiTest.Reader.class)
class UserTokenApiTest {
  PortalAuth portal;

  public static final class Reader implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "housecount.auth.tokens", "acme:read:" + HexFormat.of().formatHex(Access.sha256("r")));
    }
  }

  @Test
  void theUserIsTheSubject_whateverTheBodyClaims_inEveryDialect() {
    String subject = Api.unique();
    String forged = "user:default/mallory";
    Map<String, Object> context =
        Map.of("userName", forged, "userId", forged, "timestamp", Api.now().toString());
    String token = portal.token("user:default/Alice", Instant.now());
    List<Object> bodies =
        List.of(
            Map.of("events", List.of(Api.event(subject, "id", "1", "user", forged))),
            List.of(Map.of("event", Api.event(subject, "id", "2"), "user", forged)),
            List.of(Api.event(subject, "id", "3", "context", context)),
            Map.of("events", List.of(Api.event(subject, "id", "4", "pluginId", "catalog"))));
    for (Object body : bodies) {
      post("/collect", token, body).then().statusCode(202);
    }
    post("/api/adoption-insights/events", token, List.of(Api.event(subject, "id", "5")))
        .then()
        .statusCode(200);
    assertThat(ids(subject, "user:default/alice"))
        .containsExactlyInAnyOrder("1", "2", "3", "4", "5");
    assertThat(ids(subject, forged)).isEmpty();
  }

  @Test
  void aUserMayWriteOnly() {
    given()
        .header("Authorization", "Bearer " + portal.token("user:default/alice", Instant.now()))
        .get("/query")
        .then()
        .statusCode(403)
        .body("type", equalTo("urn:housecount:problem:insufficient-scope"));
  }

  @Test
  void anInvalidToken_is401_andIsNotRepeated() {
    Map<String, Object> claims = portal.claims("user:default/alice", Instant.now());
    claims.put("exp", Instant.now().getEpochSecond() - 3600);
    String token = portal.sign(portal.header(), claims);
    post("/collect", token, List.of())
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", startsWith("Bearer"))
        .contentType("application/problem+json")
        .body(not(containsString(token.substring(0, 20))))
        .body(not(containsString("expired")));
  }

  /** Backstage's tokens may be as long as this; what is longer is a problem too, not a failure. */
  @Test
  void longTokens_areRead() {
    Map<String, Object> claims = portal.claims("user:default/alice", Instant.now());
    claims.put("ent", List.of("group:default/" + "x".repeat(20_000)));
    post("/collect", portal.sign(portal.header(), claims), List.of()).then().statusCode(202);
  }

  @Test
  void keysCannotBeHad_is503_withRetryAfter() {
    Map<String, Object> claims = portal.claims("user:default/alice", Instant.now());
    claims.put("iss", LocalPortal.GONE);
    post("/collect", portal.sign(portal.header(), claims), List.of())
        .then()
        .statusCode(503)
        .header("Retry-After", matchesPattern("[1-9][0-9]*"))
        .contentType("application/problem+json");
  }

  private static Response post(String path, String token, Object body) {
    return given()
        .header("Authorization", "Bearer " + token)
        .contentType("application/json")
        .body(Api.json(body))
        .post(path);
  }

  private static List<String> ids(String subject, String user) {
    return given()
        .header("Authorization", "Bearer r")
        .queryParam("subject", subject)
        .queryParam("user", user)
        .get("/query")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("events.id");
  }
}
