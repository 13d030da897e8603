package dev.housecount.edge.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.housecount.access.Access;
import dev.housecount.testing.LocalDynamoDb;
import dev.housecount.testing.LocalPortal;
import dev.housecount.testing.PortalAuth;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The header by which a relay names its user. */
@QuarkusTest
@QuarkusTestResource(LocalDynamoDb.class)
@QuarkusTestResource(value = LocalPortal.class, restrictToAnnotatedClass = true)
@TestProfile(RelayedUserApiTest.Tokens.class)
class RelayedUserApiTest {
  private static final String HEADER = "Housecount-User";

  PortalAuth portal;

  public static final class Tokens implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "housecount.auth.tokens",
          Stream.of("write", "path", "read")
              .map(scope -> "acme:" + scope + ":" + hash("token-for-" + scope))
              .collect(Collectors.joining(",")));
    }

    private static String hash(String token) {
      return HexFormat.of().formatHex(Access.sha256(token));
    }
  }

  @Test
  void theUserIsTheRelays_whateverTheBodyClaims_inEveryDialect() {
    String subject = Api.unique();
    String forged = "user:default/mallory";
    Map<String, Object> context =
        Map.of("userName", forged, "userId", forged, "timestamp", Api.now().toString());
    List<Object> bodies =
        List.of(
            Map.of("events", List.of(Api.event(subject, "id", "1", "user", forged))),
            List.of(Map.of("event", Api.event(subject, "id", "2"), "user", forged)),
            List.of(Api.event(subject, "id", "3", "context", context)),
            Map.of("events", List.of(Api.event(subject, "id", "4", "pluginId", "catalog"))));
    for (Object body : bodies) {
      relay("user:default/Alice", body).post("/collect").then().statusCode(202);
    }
    relay("user:default/Alice", List.of(Api.event(subject, "id", "5")))
        .post("/api/adoption-insights/events")
        .then()
        .statusCode(200);
    assertThat(ids(subject, "user:default/alice"))
        .containsExactlyInAnyOrder("1", "2", "3", "4", "5");
    assertThat(ids(subject, forged)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "user:default/%D0%B0%D0%BD%D0%BD%D0%B0, user:default/анна",
    "user:corp/a+b, user:corp/a+b",
    "user:corp/a%2Cb%25, 'user:corp/a,b%'",
    "USER:Corp/Carol, user:corp/carol",
    "user:development/guest, user:development/guest"
  })
  void anyUser_canBeNamed(String header, String user) {
    String subject = Api.unique();
    relay(header, List.of(Api.event(subject, "id", "1"))).post("/collect").then().statusCode(202);
    assertThat(ids(subject, user)).containsExactly("1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "carol",
        "group:default/carol",
        "user:",
        "user:default/",
        "user:default/../carol",
        "user:default/carol,user:default/dave",
        "user:default/carol dave",
        "user:default/carol%",
        "user:default/carol%zz",
        "user:default/carol%00",
        "user:default/carol%0A",
        "user:default/carol%ff"
      })
  void whatIsNoUser_isRefused_andNotRepeated(String header) {
    String subject = Api.unique();
    relay(header, List.of(Api.event(subject)))
        .post("/collect")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:housecount:problem:bad-user"))
        .body(not(containsString("carol")));
    assertThat(read(subject).get("/query").jsonPath().getList("events")).isEmpty();
  }

  @Test
  void nobodyIsNamed_whateverTheBodyClaims() {
    String subject = Api.unique();
    relay("none", List.of(Api.event(subject, "user", "user:default/mallory", "sessionId", "s")))
        .post("/collect")
        .then()
        .statusCode(202);
    List<Map<String, Object>> events =
        read(subject).get("/query").then().extract().jsonPath().getList("events");
    assertThat(events).singleElement().satisfies(one -> assertThat(one).doesNotContainKey("user"));
  }

  @Test
  void twoUsers_orTooLongAName_areRefused() {
    relay("user:default/carol", List.of())
        .header(HEADER, "user:default/dave")
        .post("/collect")
        .then()
        .statusCode(400);
    relay("user:default/" + "x".repeat(600), List.of()).post("/collect").then().statusCode(400);
  }

  @Test
  void besideAnythingElse_itSaysNothing() {
    String subject = Api.unique();
    String forged = "user:default/mallory";
    String token = portal.token("user:default/alice", Instant.now());
    body(List.of(Api.event(subject, "id", "own")))
        .header("Authorization", "Bearer " + token)
        .header(HEADER, forged)
        .post("/collect")
        .then()
        .statusCode(202);
    body(List.of(Api.event(subject, "id", "key", "user", "user:default/bob")))
        .header(HEADER, forged)
        .post("/collect/token-for-path")
        .then()
        .statusCode(202);
    body(List.of(Api.event(subject)))
        .header(HEADER, forged)
        .post("/collect")
        .then()
        .statusCode(401);
    body(List.of(Api.event(subject)))
        .header("Authorization", "Bearer token-for-read")
        .header(HEADER, forged)
        .post("/collect")
        .then()
        .statusCode(403);
    assertThat(ids(subject, forged)).isEmpty();
    assertThat(ids(subject, "user:default/alice")).containsExactly("own");
    assertThat(ids(subject, "user:default/bob")).containsExactly("key");
  }

  private static RequestSpecification relay(String user, Object body) {
    return body(body).header("Authorization", "Bearer token-for-write").header(HEADER, user);
  }

  private static RequestSpecification body(Object body) {
    return given().contentType("application/json").body(Api.json(body));
  }

  private static List<String> ids(String subject, String user) {
    return read(subject)
        .queryParam("user", user)
        .get("/query")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("events.id");
  }

  private static RequestSpecification read(String subject) {
    return given().header("Authorization", "Bearer token-for-read").queryParam("subject", subject);
  }
}
