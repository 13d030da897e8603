package dev.housecount.edge.http;

import static dev.housecount.edge.http.Api.collect;
import static dev.housecount.edge.http.Api.collectEvents;
import static dev.housecount.edge.http.Api.event;
import static dev.housecount.edge.http.Api.events;
import static dev.housecount.edge.http.Api.now;
import static dev.housecount.edge.http.Api.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.is;

import dev.housecount.edge.http.page.EventJson;
import dev.housecount.testing.LocalDynamoDb;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is marked, whatever the requests in which it came and in which it is asked for. */
@QuarkusTest
@QuarkusTestResource(LocalDynamoDb.class)
class MarkApiTest {
  private static final Instant SEARCHED = now().minusSeconds(600);

  @Test
  void firstPageLoad_asTheNewFrontendSendsIt_isOneVisit() {
    String subject = unique();
    collectEvents(
        visit(subject, "app", "app/root"), visit(subject, "catalog", "page:catalog/home"));
    assertThat(events("subject", subject)).hasSize(2);
    assertThat(events("subject", subject, "marked", "false"))
        .extracting("pluginId")
        .containsExactly("catalog");
    assertThat(events("subject", subject, "marked", "true"))
        .singleElement()
        .extracting("mark")
        .isEqualTo("doubled_visit");
  }

  @Test
  void halvesInSeparateRequests_newerFirst_areFoundByEveryQuery() {
    String subject = unique();
    Instant at = now().minusSeconds(600);
    collectEvents(at(at.plusSeconds(3), "alice", visit(subject, "catalog", "page:catalog/home")));
    collectEvents(at(at, "alice", visit(subject, "root", "App")));
    collectEvents(at(at, "bob", visit(subject, "root", "App")));
    for (String order : List.of("asc", "desc")) {
      assertThat(
              events(
                  "subject",
                  subject,
                  "order",
                  order,
                  "user",
                  "alice",
                  "to",
                  at.plusMillis(1).toString()))
          .singleElement()
          .extracting("mark")
          .isEqualTo("doubled_visit");
      assertThat(events("subject", subject, "order", order, "user", "bob").get(0))
          .doesNotContainKey("mark");
      assertThat(events("subject", subject, "order", order, "pluginId", "root"))
          .extracting(event -> event.get("mark"))
          .containsExactlyInAnyOrder("doubled_visit", null);
    }
  }

  @Test
  void typing_isOneSearch_alsoOnPagesOfOne() {
    String term = unique();
    Instant at = now().minusSeconds(300);
    String typed = "";
    for (String more : List.of(term, "-ka", "fka", " connect")) {
      typed += more;
      at = at.plusSeconds(5);
      collectEvents(
          event(typed, "action", "search", "sessionId", term, "timestamp", at.toString()));
    }
    assertThat(events("subject", term + "*", "marked", "false"))
        .extracting("subject")
        .containsExactly(typed);
    String cursor = null;
    int marked = 0;
    for (int page = 0; page < 4; page++) {
      var answer =
          cursor == null
              ? Api.query("subject", term + "*", "limit", 1)
              : Api.query("subject", term + "*", "limit", 1, "cursor", cursor);
      marked += answer.jsonPath().getString("events[0].mark") == null ? 0 : 1;
      cursor = answer.jsonPath().getString("nextCursor");
    }
    assertThat(marked).isEqualTo(3);
  }

  @Test
  void visitReportedTwiceByAPlugin_countsOnce_butNotHalfAMinuteLater() {
    String subject = unique();
    Instant at = now().minusSeconds(300);
    for (int millis : new int[] {0, 6, 30_000}) {
      collectEvents(at(at.plusMillis(millis), "alice", visit(subject, "kubernetes", "page")));
    }
    for (String order : List.of("asc", "desc")) {
      assertThat(events("subject", subject, "marked", "false", "order", order)).hasSize(2);
      assertThat(events("subject", subject, "marked", "true", "order", order))
          .extracting("mark", "timestamp")
          .containsExactly(tuple("doubled_visit", time(at.plusMillis(6))));
    }
  }

  @Test
  void searchOfACustomAction_typedOn_isOne() {
    String user = unique().substring(6);
    collectEvents(
        search("qeta_search", "k", user, 0),
        search("qeta_search", "ku", user, 200),
        search("qeta_search", "kube", user, 400));
    assertThat(events("user", user, "marked", "false"))
        .extracting("subject")
        .containsExactly("kube");
  }

  @Test
  void searchWhoseResultWasOpened_hasNoMark() {
    String user = unique().substring(6);
    collectEvents(search("search", "kafka", user, 0));
    collectEvents(search("discover", "Kafka cluster", user, 5_000));
    collectEvents(search("search", "kafka connect", user, 25_000));
    assertThat(events("user", user, "action", "search"))
        .hasSize(2)
        .allSatisfy(event -> assertThat(event).doesNotContainKey("mark"));
  }

  /** Half a minute apart it is known within one request only. */
  @Test
  void searchAskedAgain_isRepeated_tenSecondsBack_orWithinARequest() {
    String user = unique().substring(6);
    collectEvents(search("search", "kafka", user, 0), search("search", "kafka", user, 30_000));
    collectEvents(search("search", "kafka", user, 40_000));
    collectEvents(search("search", "kafka", user, 51_000));
    for (String order : List.of("asc", "desc")) {
      assertThat(events("user", user, "marked", "true", "order", order, "limit", 100))
          .hasSize(2)
          .extracting("mark")
          .containsOnly("repeated_search");
    }
  }

  @Test
  void marks_standInEveryFormat() {
    String subject = unique();
    collectEvents(visit(subject, "app", "app/root"), visit(subject, "catalog", "page"));
    for (String type : List.of("text/csv", "application/x-ndjson", "application/json")) {
      String body = given().accept(type).queryParam("subject", subject).get("/query").asString();
      assertThat(body.split("doubled_visit", -1)).as(type).hasSize(2);
    }
  }

  @Test
  void resentWithAUserThatWasUnknownBefore_countsOnce() {
    String subject = unique();
    Map<String, Object> sent = event(subject, "id", unique(), "timestamp", now().toString());
    collect(List.of(sent));
    sent.put("user", "user:default/alice");
    collect(List.of(sent, event(subject, "id", unique())));
    assertThat(events("subject", subject)).hasSize(2);
    assertThat(events("subject", subject, "user", "alice")).hasSize(1);
    assertThat(events("subject", subject, "order", "asc").get(0)).containsKey("user");
  }

  @Test
  void resentAsAnotherUser_countsOnce_butOnlyWhereAllElseFits() {
    String subject = unique();
    String id = unique();
    Instant at = now().minusSeconds(100);
    collectEvents(event(subject, "id", id, "user", "alice", "timestamp", at.toString()));
    collectEvents(event(subject, "id", id, "user", "bob", "timestamp", at.toString()));
    assertThat(events("subject", subject)).hasSize(1);
    // Senders that count their events give one id to many users.
    collectEvents(event(subject + "/x", "id", id, "user", "eve", "timestamp", at.toString()));
    collectEvents(
        event(subject, "id", id, "user", "mallory", "timestamp", at.plusMillis(1).toString()));
    collectEvents(
        event(
            subject, "id", id, "user", "oscar", "timestamp", at.toString(), "sessionId", "other"));
    assertThat(events("subject", subject + "*")).hasSize(4);
  }

  @Test
  void everyDialect_givesAUserOnePseudonym() {
    String subject = unique();
    String time = now().toString();
    collectEvents(event(subject, "user", "user:default/alice"));
    collect(
        List.of(Map.of("event", event(subject), "user", "User:Default/Alice", "timestamp", time)));
    collect(List.of(event(subject, "context", Map.of("userName", "alice", "timestamp", time))));
    collectEvents(event(subject, "user", "ALICE", "pluginId", "catalog", "timestamp", time));
    assertThat(events("subject", subject)).hasSize(4).extracting("user").doesNotContainNull();
    assertThat(events("subject", subject).stream().map(e -> e.get("user")).distinct()).hasSize(1);
    assertThat(events("subject", subject, "user", "user:default/alice")).hasSize(4);
  }

  @Test
  void batchesOfNobody_markOnlyWhatCameTogether() {
    String subject = unique();
    collectEvents(visit(subject, "app", "app/root"));
    collectEvents(visit(subject, "catalog", "page:catalog/home")).then().body("accepted", is(1));
    assertThat(events("subject", subject, "marked", "true")).isEmpty();
  }

  private static Map<String, Object> visit(String subject, String plugin, String extension) {
    return event(subject, "context", Map.of("pluginId", plugin, "extensionId", extension));
  }

  private static Map<String, Object> search(String action, String term, String user, int millis) {
    return at(SEARCHED.plusMillis(millis), user, event(term, "action", action));
  }

  private static String time(Instant at) {
    return EventJson.time(at);
  }

  private static Map<String, Object> at(Instant at, String user, Map<String, Object> event) {
    event.put("timestamp", at.toString());
    event.put("user", user);
    return event;
  }
}
