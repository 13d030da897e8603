package dev.housecount.edge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.housecount.catalog.CatalogBytes;
import dev.housecount.edge.dynamodb.RawTables;
import dev.housecount.keys.Pseudonymizer;
import dev.housecount.testing.DynamoDbLocal;
import dev.housecount.testing.LocalDynamoDb;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Events and what the catalog said at their times, over HTTP. */
@QuarkusTest
@QuarkusTestResource(LocalDynamoDb.class)
@TestProfile(CatalogApiTest.WithTokens.class)
class JoinApiTest {
  @Inject Pseudonymizer pseudonymizer;

  @ConfigProperty(name = "housecount.tables.events")
  String events;

  @ConfigProperty(name = "housecount.tables.people")
  String people;

  @ConfigProperty(name = "housecount.tables.catalog")
  String catalog;

  private final CatalogPusher portal = new CatalogPusher();

  @Test
  void query_withoutACatalog_isAsItWas() {
    visit("petstore", "alice", Api.now());
    assertThat(query())
        .singleElement()
        .satisfies(
            event ->
                assertThat(event)
                    .containsEntry("entityRef", "component:default/petstore")
                    .doesNotContainKeys("entity", "groups", "identity"));
    assertThat(query("team", "team-a")).isEmpty();
    assertThat(query("kind", "component")).hasSize(1);
    assertThat(query("type", "service")).isEmpty();
  }

  @Test
  void query_tellsWhatTheCatalogKnows() {
    portal.push(
        "g1",
        CatalogPusher.group("dept", null),
        CatalogPusher.group("team-a", "dept"),
        CatalogPusher.user("alice", "team-a", "team-that-is-missing"),
        CatalogPusher.user("eve"),
        CatalogPusher.component("petstore", "team-a"),
        CatalogPusher.component("alices", "user:default/alice"));
    visit("petstore", "alice", Api.now());
    visit("alices", "eve", Api.now());
    visit("unknown", "stranger", Api.now());
    Map<String, Object> first = query("entity", "petstore").get(0);
    assertThat(first)
        .containsEntry("entityRef", "component:default/petstore")
        .containsEntry(
            "entity",
            Map.of(
                "ref",
                "component:default/petstore",
                "kind",
                "component",
                "namespace",
                "default",
                "type",
                "service",
                "lifecycle",
                "production",
                "owner",
                "group:default/team-a",
                "title",
                "Title petstore",
                "fields",
                Map.of()))
        .containsEntry("groups", List.of("group:default/dept", "group:default/team-a"))
        .containsEntry("identity", Map.of("metadata.namespace", "default"));
    Map<String, Object> second = query("entity", "alices").get(0);
    assertThat(second).containsEntry("groups", List.of());
    assertThat(second.get("entity").toString())
        .contains("owner=user:default/" + pseudonymizer.user("user:default/alice"))
        .doesNotContain("owner=user:default/alice");
    assertThat(query("entity", "unknown").get(0))
        .doesNotContainKeys("entity", "groups", "identity");
  }

  @Test
  void query_eventsOfOlderAndNewerTimes_meetTheFactsOfTheirOwn() {
    Instant before = Api.now().minusSeconds(3600);
    portal.push("g1", CatalogPusher.component("petstore", "team-a"));
    Instant between = behind();
    portal.push("g2", CatalogPusher.component("petstore", "team-b"));
    Instant after = behind();
    portal.push("g3", CatalogPusher.component("other", "team-b"));
    Instant gone = behind();
    // Late, in any order: an event meets the facts of its own time and not of its arrival.
    visit("petstore", "alice", gone);
    visit("petstore", "bob", after);
    visit("petstore", "carol", before);
    visit("petstore", "dora", between);
    assertThat(owners("order", "asc"))
        .containsExactly(
            "group:default/team-a", "group:default/team-a", "group:default/team-b", "");
    assertThat(owners("owner", "team-a")).hasSize(2).containsOnly("group:default/team-a");
    assertThat(owners("owner", "Group:Default/team-b")).containsExactly("group:default/team-b");
    assertThat(query("owner", "team-c")).isEmpty();
  }

  @Test
  void filters_anyOfOneName_allOfSeveral() {
    portal.push(
        "g1",
        CatalogPusher.group("dept", null),
        CatalogPusher.group("team-a", "dept"),
        CatalogPusher.group("team-b", "dept"),
        CatalogPusher.user("alice", "team-a"),
        CatalogPusher.user("bob", "dept"),
        CatalogPusher.component("a", "team-a"),
        CatalogPusher.component("b", "user:default/alice"));
    visit("a", "alice", Api.now());
    visit("b", "bob", Api.now());
    visit("nowhere", "stranger", Api.now());
    assertThat(query()).hasSize(3);
    assertThat(query("kind", "Component")).hasSize(3);
    assertThat(query("kind", "api")).isEmpty();
    assertThat(query("type", "service", "lifecycle", "production")).hasSize(2);
    assertThat(query("type", "service", "lifecycle", "experimental")).isEmpty();
    assertThat(query("type", "website", "type", "Service")).hasSize(2);
    assertThat(entities("owner", "team-a")).containsExactly("component:default/a");
    assertThat(entities("owner", "user:default/alice")).containsExactly("component:default/b");
    assertThat(entities("owner", "team-a", "owner", "User:Default/Alice")).hasSize(2);
    assertThat(entities("team", "dept")).hasSize(2);
    assertThat(entities("team", "dept", "direct", "true")).containsExactly("component:default/b");
    assertThat(entities("team", "team-a", "team", "team-b")).containsExactly("component:default/a");
    assertThat(entities("team", "group:default/unknown")).isEmpty();
    assertThat(entities("team", "dept", "owner", "team-a")).containsExactly("component:default/a");
  }

  @Test
  void filters_emptyOrNoRef_are400() {
    for (String[] wrong :
        List.of(
            new String[] {"team", ""},
            new String[] {"team", "group:"},
            new String[] {"team", "a:/b"},
            new String[] {"owner", ""},
            new String[] {"owner", "user:default/"},
            new String[] {"kind", ""},
            new String[] {"type", "a", "type", ""},
            new String[] {"direct", "perhaps"})) {
      request(wrong)
          .get("/query")
          .then()
          .statusCode(400)
          .body("type", equalTo("urn:housecount:problem:bad-parameter"));
    }
  }

  @Test
  void pages_withFilters_goOnWhereTheyEnded() {
    portal.push(
        "g1",
        CatalogPusher.group("team-a", null),
        CatalogPusher.user("alice", "team-a"),
        CatalogPusher.component("a", "team-a"),
        CatalogPusher.component("b", "team-b"));
    Instant now = Api.now();
    for (int i = 0; i < 6; i++) {
      visit(i % 2 == 0 ? "a" : "b", i % 3 == 0 ? "bob" : "alice", now.minusSeconds(10 * i));
    }
    String[] filter = {"owner", "team-a", "owner", "team-b", "team", "team-a", "limit", "1"};
    List<String> found = new ArrayList<>();
    Response page = request(filter).get("/query");
    String link = page.header("Link");
    assertThat(link).contains("owner=team-a&owner=team-b").contains("team=team-a");
    while (page.jsonPath().get("nextCursor") != null) {
      page.jsonPath().getList("events.timestamp", String.class).forEach(found::add);
      String cursor = page.jsonPath().getString("nextCursor");
      request("owner", "team-a", "cursor", cursor).get("/query").then().statusCode(400);
      page = request(filter).queryParam("cursor", cursor).get("/query");
    }
    page.jsonPath().getList("events.timestamp", String.class).forEach(found::add);
    assertThat(found).hasSize(4).doesNotHaveDuplicates();
    portal
        .as("read")
        .urlEncodingEnabled(false)
        .get(link.substring(1, link.indexOf('>')))
        .then()
        .statusCode(200);
  }

  @Test
  void query_asCsvAndNdjson_tellsTheSame() {
    portal.push(
        "g1",
        CatalogPusher.group("team-a", null),
        CatalogPusher.user("alice", "team-a"),
        CatalogPusher.component("petstore", "team-a"));
    visit("petstore", "alice", Api.now());
    visit("unknown", "stranger", Api.now().minusSeconds(60));
    String csv = request().accept("text/csv").get("/query").asString();
    assertThat(csv.lines().toList())
        .hasSize(3)
        .satisfies(
            lines -> {
              assertThat(lines.get(0)).endsWith(",entityTitle,entityFields,groups,identity");
              assertThat(lines.get(1))
                  .endsWith(
                      ",component,default,service,production,group:default/team-a,Title petstore,{},"
                          + "\"[\"\"group:default/team-a\"\"]\",\"{\"\"metadata.namespace\"\":\"\"default\"\"}\"");
              assertThat(lines.get(2)).endsWith(",,,,,,,,,");
            });
    assertThat(request().accept("application/x-ndjson").get("/query").asString())
        .contains("\"owner\":\"group:default/team-a\"", "\"groups\":[\"group:default/team-a\"]");
  }

  @Test
  void erasure_reachesTheFacts_andNamesAreNowhere() {
    String name = "p" + Api.letters();
    String user = "user:default/" + name;
    String pseudonym = pseudonymizer.user(user).value();
    portal.push(
        "g1",
        CatalogPusher.group("team-a", null),
        CatalogPusher.user(name, "team-a"),
        CatalogPusher.component("petstore", user));
    portal.page("open", 1, CatalogPusher.user(name, "team-a"));
    visit("petstore", name, Api.now());
    assertThat(query().get(0)).containsEntry("groups", List.of("group:default/team-a"));
    String bits = CatalogBytes.bits(pseudonymizer.user(user));
    assertThat(raw()).doesNotContain(name).contains(pseudonym, bits, "team-a");
    Response held = portal.as("privacy").get("/users/" + user);
    held.then()
        .statusCode(200)
        .body("catalog['" + portal.name() + "'].groups", equalTo(List.of("group:default/team-a")));

    Response erased = portal.as("privacy").delete("/users/" + user);
    while (erased.statusCode() == 202) {
      erased = portal.as("privacy").delete("/users/" + user);
    }

    assertThat(erased.jsonPath().getInt("removedFacts")).isPositive();
    assertThat(raw()).doesNotContain(pseudonym).doesNotContain(bits);
    visit("petstore", name, Api.now());
    assertThat(query().get(0)).doesNotContainKeys("groups", "identity");
    assertThat(query().get(0).get("entity").toString()).doesNotContain("owner");
    portal.status().then().body("totalUsers", equalTo(0));
    portal.push("g2", CatalogPusher.user(name, "team-a"));
    portal.status().then().body("totalUsers", equalTo(1));
  }

  @Test
  void optOut_isInNeitherNumber() {
    String name = "p" + Api.letters();
    portal.push("g1", CatalogPusher.group("team-a", null), CatalogPusher.user(name, "team-a"));
    portal.headcounts("team", "team-a").then().body("rows.last().members", equalTo(1));
    portal.as("privacy").put("/opt-outs/user:default/" + name).then().statusCode(204);
    portal.status().then().body("totalUsers", equalTo(0)).body("users", equalTo(0));
    portal.headcounts("team", "team-a").then().body("rows.last().members", equalTo(0));
    portal.push("g2", CatalogPusher.group("team-a", null), CatalogPusher.user(name, "team-a"));
    portal.status().then().body("totalUsers", equalTo(0));
    assertThat(raw()).doesNotContain(name);
  }

  /** A time behind the last push, and not that of its own millisecond. */
  private Instant behind() {
    Instant asOf = Instant.parse(portal.status().jsonPath().getString("asOf"));
    Instant now = Api.now();
    while (!now.isAfter(asOf)) {
      now = Api.now();
    }
    return now;
  }

  private void visit(String component, String user, Instant at) {
    portal
        .as("write")
        .contentType("application/json")
        .body(
            Api.json(
                Map.of(
                    "events",
                    List.of(
                        Api.event(
                            "/catalog/default/component/" + component,
                            "user",
                            "user:default/" + user,
                            "timestamp",
                            at.toString())))))
        .post("/collect")
        .then()
        .statusCode(202)
        .body("accepted", equalTo(1));
  }

  private List<Map<String, Object>> query(String... parameters) {
    return request(parameters)
        .get("/query")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("events");
  }

  private List<String> entities(String... parameters) {
    return query(parameters).stream().map(event -> (String) event.get("entityRef")).toList();
  }

  private List<String> owners(String... parameters) {
    return query(parameters).stream()
        .map(event -> (Map<?, ?>) event.getOrDefault("entity", Map.of("owner", "")))
        .map(entity -> (String) entity.get("owner"))
        .toList();
  }

  private RequestSpecification request(String... parameters) {
    RequestSpecification request = portal.as("read").queryParam("portal", portal.name());
    for (int i = 0; i < parameters.length; i += 2) {
      request.queryParam(parameters[i], parameters[i + 1]);
    }
    return request;
  }

  private String raw() {
    return RawTables.text(DynamoDbLocal.client(), events, people, catalog);
  }
}
