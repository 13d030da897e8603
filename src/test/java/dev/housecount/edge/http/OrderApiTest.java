package dev.housecount.edge.http;

import static dev.housecount.edge.http.Api.collect;
import static dev.housecount.edge.http.Api.collectEvents;
import static dev.housecount.edge.http.Api.event;
import static dev.housecount.edge.http.Api.events;
import static dev.housecount.edge.http.Api.now;
import static dev.housecount.edge.http.Api.query;
import static dev.housecount.edge.http.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import dev.housecount.testing.LocalDynamoDb;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events of one millisecond, and events that share an id. */
@QuarkusTest
@QuarkusTestResource(LocalDynamoDb.class)
class OrderApiTest {
  private static final List<String> SENT =
      List.of("navigate", "click", "search", "discover", "not-found", "create");

  /** Searches have a retention of their own, so they are in another chunk. */
  @ParameterizedTest
  @ValueSource(strings = {"timestamp", "no timestamp"})
  void millisecond_staysAsItWasSent(String time) {
    String subject = unique();
    String at = now().minusSeconds(60).toString();
    List<Object> batch = new ArrayList<>();
    for (String action : SENT) {
      batch.add(
          time.equals("timestamp")
              ? event(subject, "action", action, "timestamp", at)
              : event(subject, "action", action));
    }
    collect(batch).then().statusCode(202);
    List<String> reversed = new ArrayList<>(SENT);
    Collections.reverse(reversed);
    for (int limit : new int[] {1, 2, 5, 100}) {
      assertThat(actions(pages(subject, "asc", limit))).isEqualTo(SENT);
      assertThat(actions(pages(subject, "desc", limit))).isEqualTo(reversed);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void millisecondOfRedHatsModule_staysAsItWasSent(int number) {
    String page = unique();
    String user = "user:default/order-" + page.substring(6) + number;
    Map<String, String> context = Map.of("userName", user, "timestamp", now().toString());
    collect(
            List.of(
                event(page, "context", context),
                event("Edit", "action", "click", "context", context)))
        .then()
        .statusCode(202);
    assertThat(actions(events("user", user, "order", "asc"))).containsExactly("navigate", "click");
    assertThat(actions(events("user", user, "order", "desc"))).containsExactly("click", "navigate");
  }

  @Test
  void resend_mixedWithNewOnes_staysOne_andKeepsTheOrder() {
    String subject = unique();
    String at = now().minusSeconds(60).toString();
    List<Map<String, Object>> sent = new ArrayList<>();
    for (String action : SENT) {
      sent.add(event(subject, "action", action, "timestamp", at));
    }
    collect(sent);
    // One alone, as if it were the first of its millisecond; and all, behind another.
    collect(List.of(event(subject + "/new", "timestamp", at), sent.get(3)));
    collect(List.of(sent.get(5)));
    assertThat(actions(pages(subject, "asc", 1))).isEqualTo(SENT);
    List<Object> again = new ArrayList<>(List.of(event(subject + "/first", "timestamp", at)));
    again.addAll(sent);
    collect(again);
    assertThat(actions(pages(subject, "asc", 4))).isEqualTo(SENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"asc", "desc"})
  void resendInAnotherOrder_betweenPages_neitherRepeatsNorLoses(String order) {
    String subject = unique();
    String at = now().minusSeconds(60).toString();
    List<Map<String, Object>> sent = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      sent.add(event(subject, "id", "e" + i, "timestamp", at));
    }
    collect(sent);
    List<Object> ids = new ArrayList<>();
    String cursor = null;
    for (int page = 0; page < 8; page++) {
      JsonPath json = page(subject, order, 1, cursor);
      ids.addAll(json.getList("events.id"));
      cursor = json.getString("nextCursor");
      Collections.rotate(sent, 3);
      collect(sent.subList(0, 1 + page));
    }
    assertThat(ids).hasSize(8).doesNotHaveDuplicates();
    assertThat(cursor).isNull();
  }

  /** Whatever comes under a known id, what was acknowledged stays, and so does the later one. */
  @ParameterizedTest
  @ValueSource(strings = {"one request", "two requests"})
  void sameIdAndTime_otherContent_areTwo(String requests) {
    String subject = unique();
    String at = now().minusSeconds(60).toString();
    Map<String, Object> base = event(subject, "id", "same", "user", "alice", "timestamp", at);
    List<Map<String, Object>> all = new ArrayList<>(List.of(base));
    all.add(with(base, "subject", subject + "/other"));
    all.add(with(base, "action", "click"));
    all.add(with(base, "value", 2));
    all.add(with(base, "context", Map.of("pluginId", "catalog")));
    all.add(with(base, "attributes", Map.of("name", "Aa")));
    all.add(with(base, "attributes", Map.of("name", "BB")));
    if (requests.equals("one request")) {
      collect(all).then().body("accepted", is(7));
    } else {
      all.forEach(each -> collect(List.of(each)).then().body("accepted", is(1)));
    }
    all.forEach(each -> collect(List.of(each)).then().body("accepted", is(1)));
    for (String order : List.of("asc", "desc")) {
      assertThat(pages(subject + "*", order, 2)).hasSize(7).doesNotHaveDuplicates();
    }
  }

  @Test
  void sameIdAndContent_twiceInOneRequest_isOne() {
    String subject = unique();
    Map<String, Object> event = event(subject, "id", "same", "timestamp", now().toString());
    collectEvents(event, event).then().body("accepted", is(2));
    assertThat(events("subject", subject)).hasSize(1);
  }

  private static Map<String, Object> with(Map<String, Object> event, String key, Object value) {
    Map<String, Object> other = new HashMap<>(event);
    other.put(key, value);
    return other;
  }

  private static List<Object> actions(List<Map<String, Object>> events) {
    return events.stream().map(event -> event.get("action")).toList();
  }

  private static List<Map<String, Object>> pages(String subject, String order, int limit) {
    List<Map<String, Object>> all = new ArrayList<>();
    String cursor = null;
    do {
      JsonPath json = page(subject, order, limit, cursor);
      all.addAll(json.getList("events"));
      cursor = json.getString("nextCursor");
    } while (cursor != null);
    return all;
  }

  private static JsonPath page(String subject, String order, int limit, String cursor) {
    return (cursor == null
            ? query("subject", subject, "order", order, "limit", limit)
            : query("subject", subject, "order", order, "limit", limit, "cursor", cursor))
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}
