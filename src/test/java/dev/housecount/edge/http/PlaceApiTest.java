package dev.housecount.edge.http;

import static dev.housecount.edge.http.Api.collect;
import static dev.housecount.edge.http.Api.event;
import static dev.housecount.edge.http.Api.events;
import static dev.housecount.edge.http.Api.letters;
import static dev.housecount.edge.http.Api.query;
import static dev.housecount.edge.http.Api.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.testing.LocalDynamoDb;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plugin and section of what portals of several versions send, and with which versions. */
@QuarkusTest
@QuarkusTestResource(LocalDynamoDb.class)
@TestProfile(PlaceApiTest.OwnRoutes.class)
class PlaceApiTest {
  /** What a portal with a catalog of its own would configure. */
  public static final class OwnRoutes implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "housecount.plugins.routes",
              "/custom-catalog=catalog,/handbook/wiki=techdocs,/my-page=my-page",
          "housecount.plugins.tabs", "builds=my-ci");
    }
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "/docs/default/component/%s, techdocs, docs, techdocs",
        "/create/templates/default/%s, scaffolder, create, scaffolder",
        "/settings/%s, user-settings, settings, user-settings",
        "/catalog/default/component/%s, catalog, catalog, catalog",
        "/catalog/default/component/%s/kubernetes, kubernetes, kubernetes, kubernetes",
        "/catalog/default/component/%s/docs/guide, techdocs, docs, techdocs",
        "/catalog/default/component/%s/api, api-docs, api, api-docs",
        "/catalog/default/component/%s/my-tab, catalog, my-tab, my-plugin",
        "/catalog/default/component/%s/builds, my-ci, builds, my-ci",
        "/custom-catalog/default/component/%s/builds, my-ci, builds, my-ci",
        "/handbook/wiki/%s, techdocs, handbook, techdocs",
        "/my-page/%s, my-page, my-page, my-page"
      })
  void oneVisit_recordedByAllVersionsAndSystems_hasOnePluginAndSection(
      String page, String plugin, String section, String own) {
    String subject = page.formatted(letters());
    List<Map<String, Object>> visits = new ArrayList<>();
    for (String reported : Set.of("root", own, "catalog".equals(own) ? "unknown" : "catalog")) {
      visits.add(old(subject, reported));
    }
    for (String reported : Set.of("app", own, "catalog".equals(own) ? "unknown" : "catalog")) {
      visits.add(fresh(subject, reported));
    }
    collect(Map.of("events", visits));
    assertThat(events("subject", subject))
        .hasSize(visits.size())
        .allSatisfy(
            found -> {
              assertThat(found.get("pluginId")).isEqualTo(plugin);
              assertThat(found.get("section")).isEqualTo(section);
            });
    assertThat(events("subject", subject, "section", section)).hasSize(visits.size());
    for (String asked : List.of("app", "root", "catalog", own)) {
      int expected = asked.equals(plugin) ? visits.size() : 0;
      assertThat(events("subject", subject, "pluginId", asked)).as(asked).hasSize(expected);
    }
  }

  /** Those are no plugins: they ask for what else could not be asked for. */
  @Test
  void query_pageThatNoTableKnows_isNoPluginButASection() {
    String page = "/" + letters();
    collect(List.of(fresh(page + "/Deep", "app")));
    assertThat(events("section", page.substring(1)))
        .singleElement()
        .satisfies(found -> assertThat(found).doesNotContainKey("pluginId"));
    assertThat(events("pluginId", page.substring(1))).isEmpty();
    assertThat(events("section", "deep", "subject", page + "/Deep")).isEmpty();
  }

  @Test
  void query_click_isOfThePluginThatItNames() {
    String subject = unique();
    collect(List.of(event(subject, "action", "click", "context", Map.of("pluginId", "my-plugin"))));
    assertThat(events("subject", subject, "pluginId", "my-plugin"))
        .singleElement()
        .satisfies(found -> assertThat(found).doesNotContainKey("section"));
  }

  @Test
  void query_pageOfAPerson_hasNoNameAsItsSection() {
    String ref = "user:default/" + letters();
    String name = ref.substring("user:default/".length());
    collect(List.of(fresh("/" + ref, "app"), fresh("/catalog/default/user/" + name, "app")));
    assertThat(events("section", name)).isEmpty();
    assertThat(events("section", ref)).isEmpty();
  }

  @Test
  void query_csvAndNdjson_haveSectionAndVersions() {
    String subject = "/docs" + unique();
    collect(batch("0.2.0", "1.57.0", subject));
    assertThat(as("text/csv", subject))
        .startsWith("id,timestamp,")
        .contains(",section,moduleVersion,backstageVersion,")
        .contains(",docs,0.2.0,1.57.0,");
    assertThat(as("application/x-ndjson", subject))
        .contains(
            "\"pluginId\":\"techdocs\"",
            "\"section\":\"docs\"",
            "\"moduleVersion\":\"0.2.0\"",
            "\"backstageVersion\":\"1.57.0\"");
  }

  @Test
  void collect_oneVersion_isShownWithoutTheOther() {
    String subject = unique();
    collect(batch(null, "1.50.1", subject + "/a"));
    collect(batch("0.2.0-next.1", null, subject + "/b"));
    collect(List.of(event(subject + "/c")));
    assertThat(events("subject", subject + "/a").get(0))
        .containsEntry("backstageVersion", "1.50.1")
        .doesNotContainKey("moduleVersion");
    assertThat(events("subject", subject + "/b").get(0))
        .containsEntry("moduleVersion", "0.2.0-next.1")
        .doesNotContainKey("backstageVersion");
    assertThat(events("subject", subject + "/c").get(0))
        .doesNotContainKeys("moduleVersion", "backstageVersion");
  }

  /** A resend after an upgrade is still a resend: the events count once. */
  @Test
  void collect_sameEventsWithAnotherVersion_takeThePlaceOfTheFirst() {
    String subject = unique();
    Map<String, Object> visit =
        event(subject, "id", subject, "timestamp", Api.now().minusSeconds(9).toString());
    for (String version : List.of("0.2.0", "0.2.1")) {
      collect(Map.of("events", List.of(visit), "moduleVersion", version)).then().statusCode(202);
    }
    assertThat(events("subject", subject))
        .singleElement()
        .satisfies(found -> assertThat(found).containsEntry("moduleVersion", "0.2.1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "57",
        "{\"a\":1}",
        "[\"1.57.0\"]",
        "null",
        "true",
        "\"alice.smith\"",
        "\"1.0.0-alice\"",
        "\"\""
      })
  void collect_whatIsNoVersion_isIgnoredAndLosesNothing(String json) {
    String subject = unique();
    collect(
            "{\"moduleVersion\":%s,\"backstageVersion\":%s,\"events\":[%s]}"
                .formatted(json, json, Api.json(event(subject))))
        .then()
        .statusCode(202);
    assertThat(events("subject", subject))
        .singleElement()
        .satisfies(
            found -> assertThat(found).doesNotContainKeys("moduleVersion", "backstageVersion"));
  }

  @Test
  void query_cursorOfAnotherSection_isRefused() {
    String subject = "/docs" + unique();
    collect(List.of(event(subject), event(subject + "/b")));
    Object cursor =
        query("section", "docs", "subject", subject + "*", "limit", 1)
            .then()
            .statusCode(200)
            .extract()
            .path("nextCursor");
    query("section", "docs", "subject", subject + "*", "limit", 1, "cursor", cursor)
        .then()
        .statusCode(200);
    query("section", "create", "subject", subject + "*", "limit", 1, "cursor", cursor)
        .then()
        .statusCode(400);
  }

  private static Map<String, Object> batch(String module, String backstage, String subject) {
    Map<String, Object> batch = new HashMap<>(Map.of("events", List.of(event(subject))));
    batch.put("moduleVersion", module);
    batch.put("backstageVersion", backstage);
    return batch;
  }

  private static String as(String type, String subject) {
    return given()
        .accept(type)
        .queryParam("subject", subject)
        .get("/query")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  private static Map<String, Object> old(String subject, String plugin) {
    Map<String, Object> context = Map.of("pluginId", plugin, "routeRef", "x", "extension", "App");
    return event(subject, "id", "old-" + plugin, "context", context);
  }

  private static Map<String, Object> fresh(String subject, String plugin) {
    Map<String, Object> context = Map.of("pluginId", plugin, "extensionId", "page:" + plugin);
    return event(subject, "id", "new-" + plugin, "context", context);
  }
}
