package dev.housecount.edge.http;

import static dev.housecount.edge.http.Api.collect;
import static dev.housecount.edge.http.Api.collectEvents;
import static dev.housecount.edge.http.Api.event;
import static dev.housecount.edge.http.Api.events;
import static dev.housecount.edge.http.Api.now;
import static dev.housecount.edge.http.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import dev.housecount.testing.LocalDynamoDb;
import dev.housecount.testing.Pipeline;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A policy given by settings: what is stored is what it says. */
@QuarkusTest
@QuarkusTestResource(LocalDynamoDb.class)
@TestProfile(PolicyApiTest.Overridden.class)
class PolicyApiTest {
  /** Overrides in all the ways there are; the later ones here are the stronger. */
  public static final class Overridden implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "housecount.policy.file",
          file("actions: {signIn: {retention: 5}, 'see <email>': {retention: 1}}").toString(),
          "housecount.policy.text",
          "{version: 42, actions: {signIn: {retention: 3}, '*': {attributes: '*'}}}",
          "housecount.retention.days",
          "60",
          "housecount.retention.actions",
          "search=2",
          "housecount.scrub.context",
          "pluginId,team");
    }

    private static Path file(String yaml) {
      try {
        Path file = Files.createTempFile("policy", ".yaml");
        file.toFile().deleteOnExit();
        return Files.writeString(file, yaml);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }

  @Inject DynamoDbClient client;

  @ConfigProperty(name = "housecount.tables.events")
  String table;

  @Test
  void override_changesWhatIsStored_andItsVersion() {
    String subject = unique();
    collectEvents(
            event(
                subject,
                "attributes",
                Map.of("note", "kept", "profile", "Alice", "apiToken", "hunter2"),
                "context",
                Map.of("team", "payments", "routeRef", "dropped")))
        .then()
        .body("accepted", is(1))
        .body("dropped.attributes", is(1))
        .body("dropped.context", is(1));
    assertThat(events("subject", subject))
        .singleElement()
        .satisfies(
            found ->
                assertThat(found)
                    .containsEntry("attributes", Map.of("note", "kept", "apiToken", "<secret>"))
                    .containsEntry("context", Map.of("team", "payments")));
    assertThat(items())
        .isNotEmpty()
        .allSatisfy(item -> assertThat(item.get("p").s()).startsWith("42."))
        .allSatisfy(item -> assertThat(item.get("p").s()).hasSizeLessThan(8));
    assertThat(Pipeline.POLICY.version().value()).startsWith("1.");
  }

  @Test
  void retention_byTheStrongestSetting_andByTheScrubbedAction() {
    String subject = unique();
    collectEvents(
            old("navigate", subject, 61),
            old("navigate", subject, 59),
            old("signIn", subject, 4),
            old("signIn", subject, 2),
            old("search", subject, 3),
            old("see alice@acme.test", subject, 2),
            old("see alice@acme.test", subject, 0))
        .then()
        .body("rejected.index", contains(0, 2, 4, 5))
        .body("accepted", is(3));
    assertThat(events("subject", subject, "action", "see <email>")).hasSize(1);
  }

  @Test
  void teamMetadata_neverEnters() {
    String subject = unique();
    Map<String, Object> canaries =
        Map.of(
            "apiVersion",
            "backstage.io/v1alpha1",
            "kind",
            "User",
            "metadata",
            Map.of("name", "canary-alice", "title", "canary-title"),
            "spec",
            Map.of("profile", Map.of("displayName", "Canary", "email", "c@canary.test")));
    Map<String, Object> wrapper =
        Map.of(
            "event",
            event(
                subject,
                "attributes",
                Map.of("teamMetadata", canaries, "owner", canaries, "list", List.of(canaries)),
                "context",
                Map.of("pluginId", "catalog", "team", canaries),
                "teamMetadata",
                canaries),
            "timestamp",
            now().toString(),
            "user",
            "user:default/canary-alice",
            "teamMetadata",
            canaries,
            "displayName",
            "Canary",
            "sessionId",
            "canary-session");
    collect(List.of(wrapper)).then().statusCode(202).body("accepted", is(1));
    Map<String, Object> found = events("subject", subject).get(0);
    assertThat(found).containsEntry("attributes", Map.of("list", List.of()));
    assertThat(found.toString().toLowerCase(java.util.Locale.ROOT)).doesNotContain("canary");
  }

  private List<Map<String, AttributeValue>> items() {
    return client.scan(scan -> scan.tableName(table)).items();
  }

  private static Map<String, Object> old(String action, String subject, int days) {
    return event(
        subject, "action", action, "timestamp", now().minus(Duration.ofDays(days)).toString());
  }
}
