package dev.housecount.edge.http;

import static dev.housecount.edge.http.Api.event;
import static dev.housecount.edge.http.Api.events;
import static dev.housecount.edge.http.Api.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import dev.housecount.testing.LocalDynamoDb;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalDynamoDb.class)
@TestProfile(NoiseApiTest.Excluding.class)
class NoiseApiTest {
  private static final String CHROME =
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) %s Safari/537.36";

  /** What a portal with a staging environment would configure. */
  public static final class Excluding implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "housecount.noise.hosts", "localhost,staging.acme.test",
          "housecount.noise.users", "user:default/e2e-Test",
          "housecount.noise.environments", "staging");
    }
  }

  @Test
  void collect_ofABot_isDroppedAndSaysSo() {
    String subject = unique();
    given()
        .header("User-Agent", CHROME.formatted("HeadlessChrome/131.0.0.0"))
        .contentType("application/json")
        .body(Api.json(List.of(event(subject), "no event", event(subject))))
        .post("/collect")
        .then()
        .statusCode(202)
        .body("accepted", is(0))
        .body("rejected.index", contains(0, 1, 2))
        .body("rejected.reason", contains("bot", "not_an_event", "bot"));
    assertThat(events("subject", subject)).isEmpty();
  }

  @Test
  void collect_ofABrowserWithAScreen_isTaken() {
    given()
        .header("User-Agent", CHROME.formatted("Chrome/131.0.0.0"))
        .contentType("application/json")
        .body(Api.json(List.of(event(unique()))))
        .post("/collect")
        .then()
        .body("accepted", is(1));
  }

  @Test
  void collect_excludedEvents_leaveTheOthers() {
    String subject = unique();
    Api.collectEvents(
            event(subject, "user", "E2E-test"),
            event(subject, "context", Map.of("hostname", "localhost")),
            event(subject, "context", Map.of("environment", "Staging")),
            event(subject, "user", "user:default/alice"))
        .then()
        .body("accepted", is(1))
        .body("rejected.index", contains(0, 1, 2))
        .body(
            "rejected.reason", contains("excluded_user", "excluded_host", "excluded_environment"));
    assertThat(events("subject", subject)).hasSize(1);
  }

  @Test
  void collect_environmentOfTheBatch_isExcluded_anyOtherShapeOfItIsIgnored() {
    Api.collect(Map.of("environment", "staging", "events", List.of(event(unique()))))
        .then()
        .body("rejected.reason", contains("excluded_environment"));
    Api.collect(Map.of("environment", Map.of("a", 1), "events", List.of(event(unique()))))
        .then()
        .body("accepted", is(1));
  }
}
