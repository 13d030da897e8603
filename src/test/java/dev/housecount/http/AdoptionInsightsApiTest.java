package dev.housecount.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import dev.housecount.testing.LocalDynamoDb;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The answers that Red Hat's module was made for. */
@QuarkusTest
@QuarkusTestResource(LocalDynamoDb.class)
class AdoptionInsightsApiTest {
  private static final Map<String, Object> RECEIVED =
      Map.of("success", true, "message", "Event received");

  @Test
  void goodEvents_areReceived_andStoredByTheirUser() {
    String subject = Api.unique();
    Map<String, Object> context =
        Map.of(
            "pluginId", "catalog",
            "extensionId", "page:catalog",
            "userName", "user:default/alice",
            "userId", "2bd806c97f0e00af1a1fc3328fa763a9269723c8db8fac4f93af71db186d6e90",
            "timestamp", Api.now().toString());
    Response answer = post(List.of(Api.event(subject, "context", context)));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.as(Map.class)).isEqualTo(RECEIVED);
    assertThat(Api.events("subject", subject, "user", "user:default/alice")).hasSize(1);
  }

  @Test
  void otherDialectsAndNoEvents_areReceivedToo() {
    for (Object body :
        List.of(
            List.of(),
            Map.of("events", List.of(Api.event(Api.unique()))),
            List.of(Map.of("event", Api.event(Api.unique()), "user", "bob")))) {
      Response answer = post(body);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.as(Map.class)).isEqualTo(RECEIVED);
    }
  }

  @Test
  void oneBadEvent_othersAreStored_andTheVerdictsAreThere() {
    String subject = Api.unique();
    post(List.of(Map.of("action", "navigate"), Api.event(subject)))
        .then()
        .statusCode(200)
        .body("success", is(true))
        .body("message", equalTo("Event received"))
        .body("accepted", is(1))
        .body("rejected[0].index", is(0))
        .body("rejected[0].reason", equalTo("bad_subject"));
    assertThat(Api.events("subject", subject)).hasSize(1);
  }

  @Test
  void onlyBadEvents_answer400_inItsOwnWords() {
    post(List.of(Map.of("action", "navigate"), 7))
        .then()
        .statusCode(400)
        .contentType("application/json")
        .body("message", equalTo("No event could be taken"))
        .body("errors.size()", is(2))
        .body("errors[1].index", is(1))
        .body("errors[1].reason", equalTo("not_an_event"));
  }

  @Test
  void noBatch_isAProblem_thatThisClientUnderstands() {
    post("{")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("message", equalTo("The request cannot be understood"))
        .body("errors.size()", is(1));
    given()
        .contentType("application/xml")
        .body("<a/>")
        .post(Paths.ADOPTION_INSIGHTS)
        .then()
        .statusCode(415);
  }

  private static Response post(Object body) {
    return given()
        .contentType("application/json")
        .body(Api.json(body))
        .post(Paths.ADOPTION_INSIGHTS);
  }
}
