package dev.housecount.edge.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import dev.housecount.edge.http.gate.Paths;
import dev.housecount.testing.LocalDynamoDb;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
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
  void page_asksForPlugins() {
    // The smaller of them may have to be joined with what other tests did.
    visits("/create", 6);
    visits("/kubernetes", 9);
    ask("top_plugins", "limit", "1000")
        .then()
        .statusCode(200)
        .body("data[0].plugin_id", notNullValue())
        .body("data[0].visit_count", greaterThan(0))
        .body("data[0].trend[0].count", greaterThan(0))
        .body("data[0].trend_percentage", notNullValue());
    ask("active_users")
        .then()
        .statusCode(200)
        .body("grouping", equalTo("daily"))
        .body("data[0].total_users", greaterThan(4))
        .body("data[0].keySet()", hasItems("date", "new_users", "returning_users"));
    ask("total_users")
        .then()
        .statusCode(200)
        .body("data[0].logged_in_users", greaterThan(4))
        .body("data[0].licensed_users", notNullValue());
    for (String type :
        List.of("top_templates", "top_techdocs", "top_searches", "top_catalog_entities")) {
      ask(type).then().statusCode(200).body("data", notNullValue());
    }
    assertThat(ask("active_users", "format", "csv").asString())
        .startsWith("date,total_users,new_users,returning_users\r\n");
  }

  @Test
  void page_asksWrongly_isToldInItsShape() {
    for (String parameter : List.of("type", "start_date", "end_date", "timezone", "limit")) {
      ask("top_plugins", parameter, "x")
          .then()
          .statusCode(400)
          .body("message", equalTo("Invalid query"))
          .body("errors.keySet()", hasItem(parameter));
    }
  }

  private static void visits(String path, int people) {
    for (int i = 0; i < people; i++) {
      Object at = Api.now().toString();
      Api.collectEvents(Api.event(path, "user", "user:default/page" + i, "timestamp", at));
    }
  }

  private static Response ask(String type, String... parameters) {
    Map<String, String> all = new HashMap<>();
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    all.put("type", type);
    all.put("start_date", today.minusDays(1).toString());
    all.put("end_date", today.plusDays(1).toString());
    all.put("timezone", "UTC");
    for (int i = 0; i < parameters.length; i += 2) {
      all.put(parameters[i], parameters[i + 1]);
    }
    return given().queryParams(all).get(Paths.ADOPTION_INSIGHTS);
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
