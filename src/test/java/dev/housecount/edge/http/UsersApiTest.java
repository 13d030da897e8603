package dev.housecount.edge.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import dev.housecount.edge.dynamodb.RawTables;
import dev.housecount.event.Pseudonym;
import dev.housecount.keys.Pseudonymizer;
import dev.housecount.testing.DynamoDbLocal;
import dev.housecount.testing.LocalDynamoDb;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Erasure, export and opt-outs over HTTP, and what is left in the tables. */
@QuarkusTest
@QuarkusTestResource(LocalDynamoDb.class)
class UsersApiTest {
  @Inject Pseudonymizer pseudonymizer;

  @ConfigProperty(name = "housecount.tables.events")
  String events;

  @ConfigProperty(name = "housecount.tables.people")
  String people;

  @Test
  void erase_everyDialect_nothingIsLeftInTheTables() {
    String name = name();
    String user = "user:default/" + name;
    String subject = Api.unique();
    Api.collectEvents(
        Api.event(subject + "/own", "user", user, "timestamp", Api.now().toString()),
        Api.event(subject + "/now", "user", "User:Default/" + name.toUpperCase()));
    Api.collect(
        List.of(
            Map.of(
                "event",
                Map.of("action", "navigate", "subject", subject + "/generic"),
                "timestamp",
                Api.now().toEpochMilli(),
                "user",
                name,
                "sessionId",
                "s-" + name)));
    Api.collect(
        List.of(
            Map.of(
                "action",
                "navigate",
                "subject",
                subject + "/redhat",
                "context",
                Map.of("userId", user, "userName", name, "timestamp", Api.now().toString()))));
    Map<String, Object> visit =
        Api.event(
            "/catalog/default/user/" + name,
            "id",
            "visit-" + subject,
            "user",
            "user:default/bob",
            "attributes",
            Map.of("kind", "user", "namespace", "default", "name", name),
            "context",
            Map.of("pluginId", "catalog", "entityRef", user));
    Api.collectEvents(visit);
    String pseudonym = pseudonymizer.user(user).value();
    assertThat(raw()).contains(pseudonym);

    Map<String, Object> receipt = erase(user).jsonPath().getMap("");

    assertThat(receipt).containsEntry("removedEvents", 4).containsEntry("changedChunks", 1);
    assertThat(receipt.values().toString()).doesNotContain(pseudonym).doesNotContain(name);
    assertThat(raw()).doesNotContain(pseudonym).doesNotContain(name);
    assertThat(Api.events("user", user)).isEmpty();
    Map<String, Object> kept =
        Api.events("user", "user:default/bob").stream()
            .filter(event -> event.get("id").equals("visit-" + subject))
            .findFirst()
            .orElseThrow();
    assertThat(kept)
        .containsEntry("subject", "/catalog/default/user/<person>")
        .containsEntry("entityRef", "user:default/<person>");
  }

  @Test
  void erase_twice_findsNothingLeft() {
    String user = "user:default/" + name();
    Api.collectEvents(Api.event(Api.unique(), "user", user));
    assertThat(erase(user).jsonPath().getInt("removedEvents")).isOne();
    Response again = erase(user);
    assertThat(again.jsonPath().getInt("removedEvents")).isZero();
    given()
        .get("/users/" + user)
        .then()
        .body("erasures.size()", is(2))
        .body("events", is(List.of()));
  }

  @Test
  void erase_resendOfErasedEvents_isRefused_newOnesAreTaken() {
    String user = "user:default/" + name();
    String subject = Api.unique();
    Map<String, Object> old =
        Api.event(
            subject + "/old", "user", user, "timestamp", Api.now().minusSeconds(60).toString());
    Map<String, Object> visit =
        Api.event(
            "/catalog/default/user/" + user.substring(13),
            "user",
            "eve",
            "timestamp",
            Api.now().minusSeconds(60).toString());
    Api.collectEvents(old, visit);
    erase(user);
    Api.collectEvents(old, visit, Api.event(subject + "/new", "user", user))
        .then()
        .statusCode(202)
        .body("accepted", is(2))
        .body("rejected.reason", is(List.of("erased")));
    assertThat(Api.events("user", user)).extracting("subject").containsExactly(subject + "/new");
    erase(user);
    assertThat(raw()).doesNotContain(pseudonymizer.user(user).value());
  }

  @Test
  void erase_byPseudonym_isTheSamePerson() {
    String user = "user:default/" + name();
    Api.collectEvents(Api.event(Api.unique(), "user", user));
    Pseudonym pseudonym = pseudonymizer.user(user);
    assertThat(erase(pseudonym.value()).jsonPath().getInt("removedEvents")).isOne();
    assertThat(raw()).doesNotContain(pseudonym.value());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/users/user:default/NAME",
        "/users/user:default%2FNAME",
        "/users/user%3Adefault%2fNAME",
        "/users/default/NAME",
        "/users/NAME",
        "/users/User:Default/NAME/"
      })
  void ref_inAnySpelling_isTheSamePerson(String path) {
    String name = name();
    Api.collectEvents(Api.event("/" + name.hashCode(), "user", "user:default/" + name));
    given()
        .urlEncodingEnabled(false)
        .get(path.replace("NAME", name))
        .then()
        .statusCode(200)
        .body("user", equalTo(pseudonymizer.user(name).value()))
        .body("events.size()", is(1));
  }

  @Test
  void export_showsAllThatIsHeld_pageByPage() {
    String user = "user:default/" + name();
    for (int i = 0; i < 3; i++) {
      Api.collectEvents(
          Api.event("/e" + i, "user", user, "timestamp", Api.now().minusSeconds(9 - i).toString()));
    }
    Response first = given().get("/users/" + user + "?limit=2");
    first
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("events.subject", is(List.of("/e0", "/e1")))
        .body("optedOut", is(false))
        .body("nameKept", is(false))
        .body("keyIds.size()", is(1))
        .body("erasures", is(List.of()));
    String cursor = first.jsonPath().getString("nextCursor");
    given()
        .get("/users/" + user + "?limit=2&cursor=" + cursor)
        .then()
        .body("events.subject", is(List.of("/e2")));
    given().get("/users/user:default/other?cursor=" + cursor).then().statusCode(400);
    given().get("/users/" + user + "?user=bob").then().statusCode(400);
  }

  @Test
  void optOut_refusesTheirEvents_andTakesThemOutOfOthers() {
    String name = name();
    String user = "user:default/" + name;
    given().put("/opt-outs/" + user).then().statusCode(204);
    given().get("/opt-outs/default/" + name).then().body("optedOut", is(true));
    Api.collectEvents(
            Api.event("/1", "user", user),
            Api.event("/catalog/default/user/" + name, "user", "carol"),
            Api.event("/3", "user", name, "timestamp", Api.now().minusSeconds(5).toString()))
        .then()
        .body("accepted", is(1))
        .body("rejected.index", is(List.of(0, 2)))
        .body("rejected.reason", is(List.of("opted_out", "opted_out")));
    assertThat(raw()).doesNotContain(pseudonymizer.user(user).value()).doesNotContain(name);
    assertThat(Api.events("user", "carol"))
        .extracting("subject")
        .contains("/catalog/default/user/<person>");

    given().delete("/opt-outs/" + pseudonymizer.user(user)).then().statusCode(204);
    given().get("/opt-outs/" + user).then().body("optedOut", is(false));
    Api.collectEvents(Api.event("/1", "user", user)).then().body("accepted", is(1));
  }

  @Test
  void erase_withOptOut_doesBoth() {
    String user = "user:default/" + name();
    Api.collectEvents(Api.event("/1", "user", user));
    given()
        .delete("/users/" + user + "?optOut=true")
        .then()
        .statusCode(200)
        .body("removedEvents", is(1));
    Api.collectEvents(Api.event("/2", "user", user))
        .then()
        .body("rejected.reason", hasItem("opted_out"));
    given().get("/users/" + user).then().body("optedOut", is(true));
    assertThat(raw()).doesNotContain(pseudonymizer.user(user).value());
  }

  @Test
  void badRequests_areProblems() {
    for (String query : List.of("?optOut=yes", "?optOut=true&optOut=true", "?force=true")) {
      given()
          .delete("/users/user:default/x" + query)
          .then()
          .statusCode(400)
          .contentType("application/problem+json");
    }
    given()
        .post("/users/user:default/x")
        .then()
        .statusCode(405)
        .header("Allow", "GET, HEAD, DELETE, OPTIONS");
    given().urlEncodingEnabled(false).get("/users/%20").then().statusCode(400);
    given().delete("/users/component:default/x").then().statusCode(400);
    given().get("/users/").then().statusCode(404);
    given()
        .get("/names/" + pseudonymizer.user("x"))
        .then()
        .statusCode(404)
        .body("type", equalTo("urn:housecount:problem:names-not-kept"));
  }

  private Response erase(String ref) {
    Response response = given().delete("/users/" + ref);
    for (int i = 0; response.statusCode() == 202 && i < 100; i++) {
      response = given().delete("/users/" + ref);
    }
    response.then().statusCode(200);
    return response;
  }

  private String raw() {
    return RawTables.text(DynamoDbLocal.client(), events, people);
  }

  private static String name() {
    return "p" + Api.letters();
  }
}
