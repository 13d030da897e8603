package dev.housecount.edge.http;

import static dev.housecount.edge.http.Api.collectEvents;
import static dev.housecount.edge.http.Api.event;
import static dev.housecount.edge.http.Api.events;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.edge.dynamodb.RawTables;
import dev.housecount.keys.Pseudonymizer;
import dev.housecount.testing.DynamoDbLocal;
import dev.housecount.testing.LocalDynamoDb;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People whom others look at, and entities: from what portals send to what is in the tables. */
@QuarkusTest
@QuarkusTestResource(LocalDynamoDb.class)
class PeopleApiTest {
  @Inject Pseudonymizer pseudonymizer;

  @ConfigProperty(name = "housecount.tables.events")
  String table;

  @ConfigProperty(name = "housecount.tables.people")
  String people;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/catalog/default/user/NAME",
        "/custom-catalog/default/user/NAME",
        "/portal/catalog/default/user/NAME/ci?tab=1",
        "/default/user/NAME",
        "https://portal.test/default/user/NAME",
        "https://portal.test/portal/people/acme/User/NAME",
        "#/catalog/default/user/NAME",
        "/?x=1#/default/user/NAME",
        "../user/NAME",
        "/api/catalog/entities/by-name/user/default/NAME",
        "/api/people/user/default/NAME",
        "/docs/default/user/NAME/guide",
        "/custom%2Fdefault%2Fuser%2FNAME",
        "/catalog?filters[owners]=user:default/NAME",
        "user:default/NAME"
      })
  void link_toAPerson_keepsNoWordOfTheSender(String to) {
    String name = name();
    String user = reader();
    for (String action : List.of("click", "discover", "menu_click")) {
      Map<String, String> link = Map.of("to", to.replace("NAME", name), "name", "Alice Smith");
      collectEvents(event("Alice Smith", "action", action, "user", user, "attributes", link));
    }
    assertThat(events("user", user))
        .hasSize(3)
        .allSatisfy(event -> assertThat((String) event.get("subject")).startsWith("user:"))
        .allSatisfy(
            event -> assertThat(event.toString()).doesNotContain("Alice").doesNotContain(name));
  }

  @Test
  void link_fieldsThatAreNotKept_leadToAPersonAsWell() {
    String name = name();
    String user = reader();
    String path = "/people/default/user/" + name;
    collectEvents(
        event("Bob", "action", "v", "user", user, "attributes", Map.of("href", path)),
        event("Bob", "action", "x", "user", user, "attributes", Map.of("owner", "user:" + name)),
        event("Bob", "action", "y", "user", user, "attributes", route(name)),
        event("Bob", "action", "z", "user", user, "context", Map.of("entityRef", "user:" + name)),
        event("Bob", "action", "w", "user", user, "context", Map.of("pathname", path)));
    assertThat(events("user", user))
        .hasSize(5)
        .extracting("subject")
        .containsOnly("user:default/" + pseudonym(name));
  }

  @Test
  void link_onAPersonsPage_toATeam_staysReadable() {
    String name = name();
    String user = reader();
    Map<String, Object> page = Map.of("entityRef", "user:default/" + name);
    Map<String, Object> team = Map.of("to", "/catalog/default/group/platform");
    Map<String, Object> home = Map.of("to", "https://alice.test");
    collectEvents(
        event("Team", "action", "c", "user", user, "attributes", team, "context", page),
        event("Alice's", "action", "c", "user", user, "attributes", home, "context", page));
    assertThat(events("user", user))
        .extracting("subject")
        .containsExactlyInAnyOrder("Team", "user:default/" + pseudonym(name));
  }

  @ParameterizedTest
  @CsvSource({
    "/people/NAME,/people/~",
    "/people/NAME/ci,/people/~/ci",
    "/custom-catalog/default/user/NAME,/custom-catalog/default/user/~",
    "https://portal.test/x/NAME,https://portal.test/x/~"
  })
  void routeOfAPerson_itsNameInThePath_isTheSamePseudonym(String path, String kept) {
    String name = name();
    String user = reader();
    String other = path.replace("NAME", name.toUpperCase(Locale.ROOT));
    collectEvents(
        event(path.replace("NAME", name), "user", user, "attributes", route(name)),
        event(other, "user", user, "context", Map.of("entityRef", "user:default/" + name)));
    assertThat(events("user", user))
        .hasSize(2)
        .extracting("subject")
        .containsOnly(kept.replace("~", pseudonym(name)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/catalog/default/component/user",
        "/catalog/default/component/user/docs",
        "/custom/default/component/user/docs",
        "/docs/default/component/foo/default/user/guide",
        "/custom-docs/acme/component/foo/user/guide",
        "/settings/user/profile",
        "/catalog/default/group/users",
        "https://code.test/acme/user/tree/main"
      })
  void whatIsNoPerson_staysReadable(String path) {
    String user = reader();
    collectEvents(
        event("Label", "action", "click", "user", user, "attributes", Map.of("to", path)),
        event(path, "user", user));
    assertThat(events("user", user, "action", "click").get(0))
        .containsEntry("subject", "Label")
        .containsEntry("attributes", Map.of("to", path));
    assertThat(events("user", user, "action", "navigate").get(0)).containsEntry("subject", path);
  }

  @Test
  void compoundRef_isOnePerson_andErasureKeepsThemApart() {
    String corp = name();
    String alice = corp + ":alice.smith";
    String user = reader();
    Map<String, Object> page = Map.of("entityRef", "user:default/" + alice);
    collectEvents(
        event("x", "action", "c", "user", user, "context", Map.of("entityRef", "user:" + corp)),
        event("Al", "action", "c", "user", user, "attributes", Map.of("to", "user:" + alice)),
        event("/x/default/user/" + corp + "%3Aalice.smith", "user", user, "context", page),
        event("see user:default/" + alice + " now", "action", "search", "user", user));
    assertThat(raw()).contains(pseudonym(alice)).doesNotContain("alice.smith");

    given().delete("/users/user:default/" + corp).then().statusCode(200);
    assertThat(raw()).doesNotContain(pseudonym(corp)).contains(pseudonym(alice));
    given().delete("/users/user:default/" + alice).then().statusCode(200);
    assertThat(raw()).doesNotContain(pseudonym(alice)).doesNotContain(corp);
    assertThat(events("user", user, "action", "search").get(0))
        .containsEntry("subject", "see user:default/<person> now");
  }

  @Test
  void optOut_reachesTheTextOfLinks() {
    String name = name();
    String user = reader();
    given().put("/opt-outs/user:default/" + name).then().statusCode(204);
    Map<String, Object> link = Map.of("to", "/x/default/user/" + name);
    collectEvents(event("Alice Smith", "action", "click", "user", user, "attributes", link));
    assertThat(events("user", user).get(0)).containsEntry("subject", "user:default/<person>");
    assertThat(raw()).doesNotContain(name).doesNotContain(pseudonym(name));
  }

  @ParameterizedTest
  @CsvSource({
    "/catalog/default/component/%D0%BF%D0%BE%D1%87%D1%82%D0%B0,component:default/почта",
    "/catalog/Default/Component/a%2Fb,component:default/a/b",
    "/custom-catalog/default/group/platform/ci,group:default/platform",
    "/portal/docs/default/resource/db/setup,resource:default/db",
    "/create/templates/default/service,template:default/service",
    "/portal/create/templates/acme/service,template:acme/service",
    "/catalog/default/mykind/x,mykind:default/x",
    "/catalog/default/group/team-a%23platform,",
    "/catalog/default/group/team-a%3Fx,",
    "/catalog/default/group/team-a%253Fx/ci,",
    "/settings/system/x,"
  })
  void entity_inPaths(String path, String entity) {
    String user = reader();
    collectEvents(event(path, "user", user));
    Map<String, Object> found = events("user", user).get(0);
    assertThat(found.get("entityRef")).isEqualTo(entity);
    assertThat((String) found.get("subject")).doesNotEndWith("team-a");
    if (entity != null) {
      assertThat(events("user", user, "entity", entity)).hasSize(1);
    }
  }

  @Test
  void entity_inContextAndRoutes() {
    String user = reader();
    String fancy = "component:default/my:fancy/component";
    Map<String, Object> template = Map.of("namespace", "acme", "name", "Svc");
    Map<String, Object> route = Map.of("routeRef", "scaffolder:selected-template");
    collectEvents(
        event("/a", "user", user, "context", Map.of("entityRef", fancy)),
        event("/b", "user", user, "context", Map.of("entityRef", "component:default/a?b=c")),
        event("/c", "user", user, "attributes", template, "context", route));
    assertThat(events("user", user, "entity", fancy)).extracting("subject").containsExactly("/a");
    assertThat(events("user", user, "entity", "component:default/a")).isEmpty();
    assertThat(events("user", user, "entity", "template:acme/svc")).hasSize(1);
  }

  @Test
  void query_subject_asItWasSent() {
    String name = name();
    String user = reader();
    String page = "/catalog/default/user/";
    collectEvents(
        event(page + name + "/", "user", user),
        event("/catalog/?token=1", "user", user),
        event("/", "user", user),
        event("call alice@acme.test", "action", "search", "user", user));
    assertThat(subjects(user, page + name)).hasSize(1);
    assertThat(subjects(user, page + pseudonym(name))).hasSize(1);
    assertThat(subjects(user, page + name.toUpperCase(Locale.ROOT) + "/")).hasSize(1);
    assertThat(subjects(user, page + "*")).hasSize(1);
    assertThat(subjects(user, "/catalog*")).hasSize(2);
    assertThat(subjects(user, "/catalog?token=1")).containsExactly("/catalog");
    assertThat(subjects(user, "/catalog?token=*")).containsExactly("/catalog");
    assertThat(subjects(user, "/catalog/")).containsExactly("/catalog");
    assertThat(subjects(user, "/")).containsExactly("/");
    assertThat(subjects(user, "call bob@acme.test")).containsExactly("call <email>");
    assertThat(subjects(user, "*")).hasSize(4);
    given().delete("/users/" + name).then().statusCode(200);
    assertThat(subjects(user, page + "<person>")).hasSize(1);
  }

  private static List<String> subjects(String user, String subject) {
    List<String> subjects = new ArrayList<>();
    events("user", user, "subject", subject).forEach(e -> subjects.add((String) e.get("subject")));
    return subjects;
  }

  private static Map<String, Object> route(String name) {
    return Map.of("kind", "user", "namespace", "default", "name", name);
  }

  private String pseudonym(String name) {
    return pseudonymizer.user("user:default/" + name).value();
  }

  private String raw() {
    return RawTables.text(DynamoDbLocal.client(), table, people);
  }

  private static String reader() {
    return "user:default/r" + Api.letters();
  }

  private static String name() {
    return "alix." + Api.letters();
  }
}
