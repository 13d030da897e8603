package dev.housecount.edge.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.not;

import dev.housecount.access.Access;
import dev.housecount.testing.LocalDynamoDb;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Header;
import io.restassured.response.Response;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With configured origins, and tokens. What holds without: LocalOriginApiTest. */
@QuarkusTest
@QuarkusTestResource(LocalDynamoDb.class)
@TestProfile(CrossOriginApiTest.Portal.class)
class CrossOriginApiTest {
  private static final String OURS = "https://portal.acme.test";

  public static final class Portal implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "housecount.cors.origins",
          OURS + ",http://intranet:7007",
          "housecount.auth.tokens",
          "acme:write:" + HexFormat.of().formatHex(Access.sha256("w")));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/collect,POST",
    "/collect/some-key,POST",
    "/api/adoption-insights/events,POST",
    "/query,GET"
  })
  void preflight_ofOurs_isAnswered_withoutToken(String path, String method) {
    for (String origin : List.of(OURS, "http://intranet:7007")) {
      preflight(path, method, origin)
          .then()
          .statusCode(204)
          .header("Access-Control-Allow-Origin", origin)
          .header("Access-Control-Allow-Methods", containsString(method))
          .header("Access-Control-Allow-Headers", containsString("Authorization"))
          .header("Access-Control-Max-Age", "3600")
          .header("Vary", containsString("Origin"));
    }
  }

  /** Who a user is, only the relay says, from the portal's backend. */
  @Test
  void theHeaderOfARelay_isNoPages() {
    preflight("/collect", "POST", OURS)
        .then()
        .statusCode(204)
        .header("Access-Control-Allow-Headers", not(containsStringIgnoringCase("Housecount-User")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.test",
        "null",
        "*",
        "http://portal.acme.test",
        "https://portal.acme.test:8443",
        "https://portal.acme.test.evil.test",
        "https://evilportal.acme.test",
        "https://PORTAL.acme.test",
        "https://portal.acme.test, https://evil.test",
        "http://localhost:3000",
        ""
      })
  void foreignOrigin_hasTheAnswerOfNoOrigin(String origin) {
    for (String path :
        List.of("/collect", "/collect/k", "/api/adoption-insights/events", "/query")) {
      assertThat(cors(preflight(path, "POST", origin))).isEmpty();
    }
    Response answer = post(origin);
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(cors(answer)).isEmpty();
    assertThat(answer.header("Vary")).contains("Origin");
  }

  @Test
  void ours_mayReadAnswers_errorsToo() {
    for (Response answer :
        List.of(
            post(OURS),
            given().header("Origin", OURS).get("/query"),
            given()
                .header("Origin", OURS)
                .contentType("image/png")
                .body(new byte[1])
                .post("/collect"),
            given().header("Origin", OURS).put("/collect"))) {
      answer
          .then()
          .header("Access-Control-Allow-Origin", OURS)
          .header("Access-Control-Expose-Headers", containsString("Retry-After"))
          .header("Vary", containsString("Origin"));
    }
  }

  @Test
  void withoutOrigin_nothingIsSaid_butThatItWouldDiffer() {
    Response answer = given().get("/query");
    assertThat(cors(answer)).isEmpty();
    assertThat(answer.header("Vary")).contains("Origin");
  }

  private static Response post(String origin) {
    return given()
        .header("Origin", origin)
        .header("Authorization", "Bearer w")
        .contentType("text/plain")
        .body("[]")
        .post("/collect");
  }

  private static Response preflight(String path, String method, String origin) {
    return given()
        .header("Origin", origin)
        .header("Access-Control-Request-Method", method)
        .header("Access-Control-Request-Headers", "authorization,content-type")
        .options(path);
  }

  private static List<String> cors(Response answer) {
    return answer.headers().asList().stream()
        .map(Header::getName)
        .filter(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control-"))
        .toList();
  }
}
