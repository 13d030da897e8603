package dev.housecount.edge.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.housecount.testing.LocalDynamoDb;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How it stands with what arrives, over HTTP. */
@QuarkusTest
@QuarkusTestResource(LocalDynamoDb.class)
@TestProfile(DataHealthApiTest.WithTokens.class)
class DataHealthApiTest {
  /** Each test has a portal of its own. */
  public static final class WithTokens implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("housecount.auth.tokens", CatalogTokens.grants());
    }
  }

  private final CatalogPusher portal = new CatalogPusher();

  @Test
  void findings_beforeAnything_sayWhatToDo() {
    health()
        .header("Cache-Control", "no-store")
        .body("portal", equalTo(portal.name()))
        .body("lastEvent", nullValue())
        .body("senders", hasSize(0))
        .body("sample", nullValue())
        .body("days", hasSize(28))
        .body("counts.accepted", is(0))
        .body("counts.rejected", is(Map.of()))
        .body("catalog.asOf", nullValue())
        .body("changes", hasSize(0))
        .body("advice.code", hasItem("no-events"))
        .body("advice.code", hasItem("no-catalog"));
  }

  @Test
  void findings_afterEvents_countEachByWhatBecameOfIt() {
    send("0.2.0", event("/a", "ann", now()), event("/b", null, now()));
    send("0.1.0", event("/c", "ann", now().minus(Duration.ofHours(3))));
    send(null, Map.of("action", "navigate"), Map.of("subject", "/"), "no event");
    send(null, event("/d", "ann", now().minus(Duration.ofDays(5_000))));
    portal
        .as("write")
        .header("User-Agent", "Googlebot/2.1 (+http://www.google.com/bot.html)")
        .contentType("application/json")
        .body(Api.json(Map.of("events", List.of(event("/e", null, now())))))
        .post("/collect")
        .then()
        .statusCode(202);
    health()
        .body("counts.accepted", is(3))
        .body("counts.withUser", is(2))
        .body("counts.late", is(1))
        .body(
            "counts.rejected",
            is(Map.of("bad_subject", 1, "bad_action", 1, "not_an_event", 1, "too_old", 1)))
        .body("counts.dropped", is(Map.of("bot", 1)))
        .body("days.accepted.sum()", is(3))
        .body("days.rejected.sum()", is(4))
        .body("days.dropped.sum()", is(1))
        .body("sample.events", is(3))
        .body("sample.withUser", is(0.6667f))
        .body("sample.knownToCatalog", nullValue())
        .body("senders.module", contains("0.2.0", "0.1.0"))
        .body("senders.backstage", contains("1.57.0", "1.57.0"))
        .body("portals.portal", hasItem(portal.name()))
        .body("advice.code", hasItem("rejected"))
        .body("advice.code", hasItem("old-module"))
        .body("advice.code", not(hasItem("no-events")));
  }

  @Test
  void findings_noUsers_adviseUntilOneComes() {
    send("0.2.0", events(20, null));
    health().body("advice.code", hasItem("no-users"));
    send("0.2.0", event("/now", "ann", now()));
    health().body("advice.code", not(hasItem("no-users")));
  }

  @Test
  void findings_catalog_knowsWhomItHas() {
    List<String> users = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      send("0.2.0", event("/" + i, "user" + i, now()));
      if (i < 6) {
        users.add(CatalogPusher.user("user" + i));
      }
    }
    health().body("sample.knownToCatalog", nullValue());
    portal.push("g1", users.toArray(new String[0]));
    health()
        .body("sample.knownToCatalog", is(0.75f))
        .body("catalog.totalUsers", is(6))
        .body("catalog.source", equalTo("push"))
        .body("advice.code", hasItem("users-unknown"))
        .body("advice.code", not(hasItem("no-catalog")));
  }

  @Test
  void findings_fewPeople_tellNoShareOfThem() {
    for (int i = 0; i < 4; i++) {
      send("0.2.0", event("/" + i, "user" + i, now()));
    }
    portal.push("g1", CatalogPusher.user("user0"));
    health().body("sample.events", is(4)).body("sample.knownToCatalog", nullValue());
  }

  @Test
  void versions_marksTheDaysOnWhichTheyChanged() {
    Instant then = now().minus(Duration.ofDays(10));
    send("0.1.0", event("/a", "ann", then));
    send("0.2.0", event("/b", "ann", then.plus(Duration.ofDays(4))));
    send("0.1.0", event("/c", "ann", then.plus(Duration.ofDays(5))));
    String day = then.plus(Duration.ofDays(4)).toString().substring(0, 10);
    portal
        .as("read")
        .get("/data-health/versions")
        .then()
        .statusCode(200)
        .body("portal", equalTo(portal.name()))
        .body("changes", is(List.of(Map.of("date", day, "what", "module", "version", "0.2.0"))))
        .body("senders.module", contains("0.1.0", "0.2.0"))
        .body("senders[0].firstDay", equalTo(then.toString().substring(0, 10)));
    health().body("changes.version", contains("0.2.0"));
  }

  @Test
  void findings_ofHostileEvents_repeatNothingOfThem() {
    send("<script>alert(1)</script>", event("/secret-page", "mallory", now()), "a secret word");
    String body = health().extract().asString();
    assertThat(body).doesNotContain("script", "secret", "mallory", "~");
  }

  @Test
  void findings_othersPortal_isAskedForByName() {
    send("0.2.0", event("/a", "ann", now()));
    CatalogPusher reader = new CatalogPusher();
    reader
        .as("read")
        .queryParam("portal", portal.name())
        .queryParam("days", 1)
        .get("/data-health")
        .then()
        .statusCode(200)
        .body("portal", equalTo(portal.name()))
        .body("days", hasSize(1))
        .body("sample.events", is(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"days=0", "days=36", "days=x", "days=1&days=2", "portal=A", "portal=", "nix=1"})
  void findings_badParameter_isRefused(String query) {
    portal
        .as("read")
        .urlEncodingEnabled(false)
        .get("/data-health?" + query)
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  @Test
  void findings_withoutTheScope_areRefused() {
    given().get("/data-health").then().statusCode(401);
    portal.as("write").get("/data-health").then().statusCode(403);
    portal.as("catalog").get("/data-health/versions").then().statusCode(403);
    portal.as("read").post("/data-health").then().statusCode(405);
  }

  private ValidatableResponse health() {
    return portal.as("read").get("/data-health").then().statusCode(200);
  }

  private void send(String module, Object... events) {
    Map<String, Object> batch = new HashMap<>(Map.of("events", List.of(events)));
    if (module != null) {
      batch.put("moduleVersion", module);
      batch.put("backstageVersion", "1.57.0");
    }
    Response answer =
        portal.as("write").contentType("application/json").body(Api.json(batch)).post("/collect");
    answer.then().statusCode(202);
  }

  private static Object[] events(int count, String user) {
    List<Object> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      events.add(event("/" + i, user, now().minusSeconds(count - i)));
    }
    return events.toArray();
  }

  private static Instant now() {
    return Api.now();
  }

  private static Map<String, Object> event(String subject, String user, Instant at) {
    Map<String, Object> event = Api.event(subject, "timestamp", at.toString());
    if (user != null) {
      event.put("user", "user:default/" + user);
    }
    return event;
  }
}
