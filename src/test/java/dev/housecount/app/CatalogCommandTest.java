package dev.housecount.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogCommandTest {
  private static final Map<String, String> FIELDS =
      Map.of(
          "housecount.catalog.capture-entity-fields", "spec.tier,spec.contact,spec.mail",
          "housecount.catalog.capture-identity-fields", "spec.site,spec.badge,spec.profile.email",
          "housecount.catalog.capture-identity-groups-filter", "{spec.type: team}");

  private @TempDir Path folder;

  @Test
  void preview_printsWhatWouldBeKept() throws IOException {
    String printed = preview(lines());
    assertThat(printed)
        .contains("entities: 4 component, 2 group, 12 user")
        .contains("refused 1: an entity has a kind")
        .contains("users that count: 12, groups that are shown: 1")
        .containsPattern("spec.type +3 distinct in 6: service \\| ")
        .containsPattern("spec.tier +3 distinct in 4: gold \\| ")
        .containsPattern("owner +1 distinct in 4: group:default/team-a")
        .containsPattern("metadata.namespace +1 distinct in 12: default");
  }

  @Test
  void preview_warnsOfFieldsThatLookLikePeople_withoutTheirValues() throws IOException {
    String printed = preview(lines());
    assertThat(printed)
        .containsPattern("spec.contact +4 distinct in 4\n")
        .contains("LOOKS LIKE PEOPLE: 2 values are names or addresses of users")
        .containsPattern("spec.mail +1 distinct in 2\n    found and replaced: email 2\n")
        .contains("LOOKS LIKE PEOPLE: email in 2 values")
        .containsPattern("spec.badge +12 distinct in 12\n    LOOKS LIKE PEOPLE: nearly each user")
        .containsPattern("spec.site +2 distinct in 12: Berlin\n")
        .doesNotContain("Person", "person1", "acme.test", "B100", "Oslo");
  }

  @Test
  void preview_readsListsAndAnswersToo() throws IOException {
    String entity = "{\"kind\": \"API\", \"metadata\": {\"name\": \"a\"}}";
    assertThat(preview("[" + entity + ",\n" + entity + "]")).contains("entities: 2 api");
    assertThat(preview("{\"items\": [" + entity + ", null, 7], \"totalItems\": 3}" + entity))
        .contains("entities: 2 api", "refused 2: ");
    assertThat(preview("")).contains("entities: none");
  }

  @Test
  void preview_asksAPortal_withItsToken() throws IOException {
    HttpServer portal =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    answer(
        portal, "entity-facets", "{\"facets\": {\"kind\": [{\"value\": \"API\", \"count\": 1}]}}");
    answer(
        portal,
        "entities/by-query",
        "{\"items\": [{\"kind\": \"API\", \"metadata\": {\"name\": \"a\"}}], \"totalItems\": 1,"
            + " \"pageInfo\": {}}");
    portal.start();
    try {
      String address = "http://127.0.0.1:" + portal.getAddress().getPort();
      Map<String, String> token = Map.of("housecount.catalog.pull.token", "t0ken");
      assertThat(run(token, "catalog", "preview", address)).contains("entities: 1 api");
      assertThatThrownBy(() -> run(Map.of(), "catalog", "preview", address))
          .isInstanceOf(CommandException.class)
          .hasMessageContaining("refuses the token");
    } finally {
      portal.stop(0);
    }
    assertThatThrownBy(() -> run(Map.of(), "catalog", "preview", "http://portal.acme.test"))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("base URL");
  }

  private static void answer(HttpServer portal, String path, String json) {
    portal.createContext(
        "/api/catalog/" + path,
        exchange -> {
          String token = exchange.getRequestHeaders().getFirst("Authorization");
          byte[] body = json.getBytes(UTF_8);
          exchange.sendResponseHeaders("Bearer t0ken".equals(token) ? 200 : 401, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  @Test
  void preview_ofNoJson_saysWhere() {
    assertThatThrownBy(() -> preview("{\"kind\": \"A\"}\n{secret"))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("line 2: not JSON")
        .message()
        .doesNotContain("secret");
    assertThatThrownBy(() -> run(Map.of(), "catalog", "preview", "/no/such/file"))
        .hasMessageContaining("/no/such/file: cannot be read");
    assertThatThrownBy(() -> run(Map.of(), "catalog")).hasMessageStartingWith("usage");
    assertThatThrownBy(() -> run(Map.of(), "catalog", "preview", "--help"))
        .hasMessageStartingWith("usage");
    assertThatThrownBy(
            () ->
                run(
                    Map.of("housecount.catalog.total-users-entity-query-filter", "x"),
                    "catalog",
                    "preview",
                    "x"))
        .hasMessageStartingWith("housecount.catalog.total-users-entity-query-filter");
  }

  /** Four components, two groups, twelve users and something else. */
  private static String lines() {
    StringBuilder lines = new StringBuilder();
    for (int i = 1; i <= 4; i++) {
      String tier = i < 3 ? "gold" : "tier " + i;
      String contact = i < 3 ? "person" + i : "Desk " + i + " of all";
      String mail = i < 3 ? ", \"mail\": \"desk" + i + "@acme.test\"" : "";
      lines.append(
          """
          {"kind": "Component", "metadata": {"name": "c%d"}, "spec": {"type": "service", \
          "owner": "team-a", "tier": "%s", "contact": "%s"%s}}
          """
              .formatted(i, tier, contact, mail));
    }
    for (String type : new String[] {"team", "guild"}) {
      lines.append(
          """
          {"kind": "Group", "metadata": {"name": "%1$s"}, "spec": {"type": "%1$s"}}
          """
              .formatted(type));
    }
    for (int i = 1; i <= 12; i++) {
      lines.append(
          """
          {"kind": "User", "metadata": {"name": "person%1$d"}, "spec": {"site": "%2$s", \
          "badge": "B100%1$d", "profile": {"displayName": "Person %1$d", "email": \
          "p%1$d@acme.test"}}}
          """
              .formatted(i, i < 10 ? "Berlin" : "Oslo"));
    }
    return lines.append("{\"not\": \"an entity\"}\n").toString();
  }

  private String preview(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("entities.json"), text);
    return run(FIELDS, "catalog", "preview", file.toString());
  }

  private static String run(Map<String, String> settings, String... args) {
    Config config =
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(settings, "test", 100))
            .build();
    return CatalogCommand.run(config, args);
  }
}
