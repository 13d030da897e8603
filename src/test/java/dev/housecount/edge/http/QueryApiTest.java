package dev.housecount.edge.http;

import static dev.housecount.edge.http.Api.collect;
import static dev.housecount.edge.http.Api.collectEvents;
import static dev.housecount.edge.http.Api.event;
import static dev.housecount.edge.http.Api.events;
import static dev.housecount.edge.http.Api.now;
import static dev.housecount.edge.http.Api.query;
import static dev.housecount.edge.http.Api.unique;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.housecount.testing.LocalDynamoDb;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(LocalDynamoDb.class)
class QueryApiTest {
  @Test
  void query_eventKeepsItsFieldNames() {
    String subject = unique();
    Map<String, Object> attributes =
        Map.of("namespace", "default", "kind", "component", "name", "petstore");
    Map<String, Object> context =
        Map.of(
            "pluginId", "catalog", "routeRef", "catalog:entity", "extension", "CatalogEntityPage");
    collectEvents(
        event(
            subject,
            "id",
            "e-1",
            "value",
            3.5,
            "attributes",
            attributes,
            "context",
            context,
            "user",
            "user:default/alice",
            "sessionId",
            "s",
            "timestamp",
            now().toString()));
    Map<String, Object> found = events("subject", subject).get(0);
    assertThat(found)
        .containsEntry("id", "e-1")
        .containsEntry("value", 3.5f)
        .containsEntry("attributes", attributes)
        .containsEntry("context", context)
        .containsEntry("entityRef", "component:default/petstore");
    assertThat(found.get("user").toString()).matches("~[a-z2-7]{26}");
    assertThat(found.get("sessionId").toString())
        .matches("~[a-z2-7]{26}")
        .isNotEqualTo(found.get("user"));
  }

  @Test
  void query_zeroIsNotAbsent() {
    String subject = unique();
    collectEvents(event(subject, "id", "zero", "value", 0), event(subject, "id", "absent"));
    assertThat(events("subject", subject))
        .filteredOn(e -> e.containsKey("value"))
        .extracting("id")
        .containsExactly("zero");
  }

  @Test
  void query_filters() {
    String subject = unique();
    collectEvents(
        event(
            subject + "/a",
            "user",
            "user:default/Alice",
            "context",
            Map.of("pluginId", "catalog", "entityRef", "Component:Petstore")),
        event(
            subject + "/b",
            "action",
            "click",
            "user",
            "bob",
            "context",
            Map.of("pluginId", "techdocs")));
    String all = subject + "*";
    assertThat(events("subject", all)).hasSize(2);
    assertThat(events("subject", subject)).isEmpty();
    assertThat(events("subject", all, "action", "click")).hasSize(1);
    assertThat(events("subject", all, "pluginId", "techdocs"))
        .extracting("action")
        .containsExactly("click");
    assertThat(events("subject", all, "user", "user:default/alice")).hasSize(1);
    assertThat(events("subject", all, "user", "ALICE")).hasSize(1);
    assertThat(events("subject", all, "user", "user:default/nobody")).isEmpty();
    assertThat(events("subject", all, "entity", "component:default/petstore")).hasSize(1);
    assertThat(events("subject", all, "entity", "petstore", "user", "bob")).isEmpty();
    Object pseudonym = events("subject", all, "user", "bob").get(0).get("user");
    assertThat(events("subject", all, "user", pseudonym))
        .extracting("action")
        .containsExactly("click");
  }

  @Test
  void query_range_fromInclusive_toExclusive() {
    String subject = unique();
    Instant at = now().minusSeconds(500);
    collectEvents(event(subject, "timestamp", at.toString()));
    assertThat(events("subject", subject, "from", at.toString())).hasSize(1);
    assertThat(events("subject", subject, "to", at.toString())).isEmpty();
    assertThat(events("subject", subject, "from", at.toEpochMilli(), "to", at.toEpochMilli() + 1))
        .hasSize(1);
    assertThat(events("subject", subject, "from", at.plusMillis(1).toString())).isEmpty();
    assertThat(events("subject", subject, "from", at.toString().substring(0, 10))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"asc,1", "asc,7", "desc,1", "desc,7", "desc,100"})
  void query_pages_showAllOnceInOrder(String order, int limit) {
    String subject = unique();
    List<Object> batch = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      batch.add(
          event(subject, "user", "u" + i % 3, "timestamp", now().minusSeconds(i * 61L).toString()));
    }
    collect(batch);
    List<Map<String, Object>> pages = pages("subject", subject, "order", order, "limit", limit);
    List<String> times = pages.stream().map(e -> (String) e.get("timestamp")).toList();
    List<String> sorted = new ArrayList<>(times);
    Collections.sort(sorted);
    if (order.equals("desc")) {
      Collections.reverse(sorted);
    }
    assertThat(times).hasSize(30).isEqualTo(sorted);
    assertThat(pages).extracting("id").doesNotHaveDuplicates();
  }

  @Test
  void query_limits() {
    String subject = unique();
    collect(IntStream.range(0, 120).<Object>mapToObj(i -> event(subject, "id", "i" + i)).toList());
    query("subject", subject)
        .then()
        .body("events.size()", is(100))
        .body("nextCursor", org.hamcrest.Matchers.notNullValue());
    query("subject", subject, "limit", 1000)
        .then()
        .body("events.size()", is(120))
        .body("nextCursor", nullValue());
  }

  @Test
  void query_foreignOrAlteredCursor_answers400() {
    String subject = unique();
    collectEvents(event(subject, "id", "1"), event(subject, "id", "2"), event(subject, "id", "3"));
    String cursor = query("subject", subject, "limit", 1).jsonPath().getString("nextCursor");
    query("subject", subject, "limit", 2, "cursor", cursor)
        .then()
        .statusCode(200)
        .body("events.size()", is(2));
    query("subject", subject + "*", "limit", 1, "cursor", cursor)
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
    query("subject", subject, "order", "asc", "cursor", cursor).then().statusCode(400);
    query("subject", subject, "action", "navigate", "cursor", cursor).then().statusCode(400);
    query("cursor", cursor).then().statusCode(400);
    for (int i = 0; i < cursor.length(); i += 7) {
      char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
      String altered = cursor.substring(0, i) + other + cursor.substring(i + 1);
      query("subject", subject, "cursor", altered).then().statusCode(400);
    }
    for (String foreign :
        new String[] {
          "x", "AQ", cursor + "A", cursor + "=", "%", "~~~", "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
        }) {
      query("subject", subject, "cursor", foreign).then().statusCode(400);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "limit,0",
    "limit,1001",
    "limit,x",
    "limit,1e2",
    "order,up",
    "from,soon",
    "to,2026-13-01",
    "entity,/b",
    "entity,:",
    "marked,yes",
    "unknown,1",
    "action,''",
    "cursor,''",
    "limit,99999999999"
  })
  void query_badParameter_answers400(String name, String value) {
    query(name, value)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body(
            "type",
            is(
                name.equals("cursor") && !value.isEmpty()
                    ? "urn:housecount:problem:bad-cursor"
                    : "urn:housecount:problem:bad-parameter"));
  }

  @Test
  void query_repeatedOrContradictory_answers400() {
    given().get("/query?action=a&action=b").then().statusCode(400);
    query("from", "2026-01-02", "to", "2026-01-01").then().statusCode(400);
  }

  @Test
  void query_ndjson_linksToTheNextPage() {
    String subject = unique();
    collectEvents(event(subject, "id", "1"), event(subject, "id", "2"));
    var first =
        given()
            .accept("application/x-ndjson")
            .queryParam("subject", subject)
            .queryParam("limit", 1)
            .get("/query");
    first.then().statusCode(200).contentType(startsWith("application/x-ndjson"));
    assertThat(first.asString().lines())
        .singleElement()
        .satisfies(line -> assertThat(new JsonPath(line).getString("subject")).isEqualTo(subject));
    String link = first.header("Link");
    assertThat(link).endsWith(">; rel=\"next\"");
    String next = link.substring(1, link.indexOf('>'));
    assertThat(
            given()
                .urlEncodingEnabled(false)
                .accept("application/x-ndjson")
                .get(next)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines())
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1", "|cmd"})
  void query_csv_runsNoFormulas(String text) {
    String subject = unique();
    collectEvents(
        event(
            subject,
            "action",
            "search",
            "id",
            text + "x",
            "attributes",
            Map.of("name", "a,\"b\"\nc")));
    String csv =
        given()
            .accept("text/csv")
            .queryParam("subject", subject)
            .get("/query")
            .then()
            .statusCode(200)
            .contentType(startsWith("text/csv"))
            .extract()
            .asString();
    assertThat(csv)
        .startsWith(
            "id,timestamp,action,subject,value,attributes,context,user,sessionId,portal,pluginId,entityRef,mark,section,moduleVersion,backstageVersion,entityKind,entityNamespace,entityType,entityLifecycle,entityOwner,entityTitle,entityFields,groups,identity\r\n'"
                + text)
        .contains("\"{\"\"name\"\":\"\"a,\\\"\"b\\\"\"\\nc\"\"}\"");
  }

  @Test
  void query_csv_hasAByteOrderMarkOnRequest() {
    String subject = unique() + "/Übersicht-漢";
    collectEvents(event(subject), event(subject + "/2"));
    for (String mark : List.of("true", "false")) {
      byte[] csv =
          given()
              .accept("text/csv")
              .queryParam("action", "navigate")
              .queryParam("subject", subject)
              .queryParam("bom", mark)
              .get("/query")
              .then()
              .statusCode(200)
              .extract()
              .asByteArray();
      assertThat(new String(csv, UTF_8))
          .startsWith(mark.equals("true") ? "\uFEFFid," : "id,")
          .contains("Übersicht-漢");
    }
    query("subject", subject, "bom", "true").then().statusCode(200).body("events.size()", is(1));
    query("bom", "yes").then().statusCode(400);
  }

  @Test
  void query_neverShowsAQueryString() {
    String subject = unique();
    collectEvents(
        event(subject + "?token=abc#frag"),
        event(subject + "%3Ftoken=abc"),
        event(subject + "#?x"),
        event(subject + "%253Fa=b"));
    assertThat(events("subject", subject)).hasSize(4);
    collectEvents(
        event(
            subject,
            "action",
            "click",
            "attributes",
            Map.of("to", "https://user:secret@host.test/docs?token=s#x")));
    assertThat(events("subject", subject, "action", "click").get(0))
        .containsEntry("attributes", Map.of("to", "https://host.test/docs"));
  }

  private static List<Map<String, Object>> pages(Object... parameters) {
    List<Map<String, Object>> all = new ArrayList<>();
    String cursor = null;
    do {
      List<Object> asked = new ArrayList<>(List.of(parameters));
      if (cursor != null) {
        asked.addAll(List.of("cursor", cursor));
      }
      JsonPath page = query(asked.toArray()).then().statusCode(200).extract().jsonPath();
      all.addAll(page.getList("events"));
      cursor = page.getString("nextCursor");
    } while (cursor != null);
    return all;
  }
}
