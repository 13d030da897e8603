package dev.housecount.app;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.housecount.event.HydratedEvent;
import dev.housecount.event.PolicyVersion;
import dev.housecount.event.Pseudonym;
import dev.housecount.keys.Pseudonymizer;
import dev.housecount.store.ChunkWriter;
import dev.housecount.store.Chunker;
import dev.housecount.testing.Events;
import dev.housecount.testing.LocalDynamoDb;
import dev.housecount.testing.MutableClock;
import dev.housecount.testing.Pipeline;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a local or self-hosted server does by itself, without anybody asking. */
@QuarkusTest
@QuarkusTestResource(LocalDynamoDb.class)
@TestProfile(MaintenanceScheduleTest.Often.class)
class MaintenanceScheduleTest {
  private static final MutableClock CLOCK = new MutableClock(Instant.now());

  @Inject Pseudonymizer pseudonymizer;
  @Inject ChunkWriter writer;

  /** A schedule that does not keep the test waiting, and a clock that it sets. */
  public static final class Often implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("housecount.maintenance.interval", "0.1S");
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
      return Set.of(TestClock.class);
    }
  }

  /** In the place of the machine's clock. */
  @Alternative
  @Singleton
  public static class TestClock {
    @Produces
    @Singleton
    Clock clock() {
      return CLOCK;
    }
  }

  @Test
  void erasure_whatAnotherInstanceWroteMeanwhile_isFoundByTheSecondLook() {
    String user = "user:default/erased-" + System.nanoTime();
    given().delete("/users/" + user).then().statusCode(200);
    writeAsIfUnaware(pseudonymizer.user(user));
    assertThat(stored(user)).hasSize(1);
    CLOCK.advance(Duration.ofMinutes(5));
    await().atMost(Duration.ofMinutes(2)).until(() -> stored(user).isEmpty());
  }

  @Test
  void people_whomTheCatalogNoLongerKnows_areToldEverywhere() {
    push("colleague", 25);
    visit("colleague", 25);
    CLOCK.advance(Duration.ofHours(1));
    await().atMost(Duration.ofMinutes(2)).until(() -> health("default.people") != null);
    assertThat(problems()).noneMatch(problem -> problem.contains("resolver"));
    assertThat(health("default.problem")).isNull();
    CLOCK.advance(Duration.ofDays(1));
    visit("mail-of-colleague", 25);
    CLOCK.advance(Duration.ofHours(1));
    await().atMost(Duration.ofMinutes(2)).until(() -> health("default.problem") != null);
    assertThat(problems()).anyMatch(problem -> problem.contains("resolver"));
    assertThat(given().get("/metrics").asString())
        .contains("housecount_catalog_unknown_people_jump{portal=\"default\"} 1.0")
        .contains("housecount_catalog_unknown_people_ratio{portal=\"default\"}");
    given().get("/q/health/ready").then().statusCode(200);
  }

  private static List<String> problems() {
    return given().get("/catalog").then().statusCode(200).extract().jsonPath().getList("problems");
  }

  private static @Nullable Object health(String key) {
    return given()
        .get("/q/health/ready")
        .jsonPath()
        .get("checks.find{it.name == 'people in the catalog'}.data?.'" + key + "'");
  }

  private static void push(String name, int count) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      lines.append("{\"kind\":\"User\",\"metadata\":{\"name\":\"%s%d\"}}%n".formatted(name, i));
    }
    given()
        .contentType("application/x-ndjson")
        .body(lines.toString().getBytes(UTF_8))
        .post("/catalog?generation=g&page=1")
        .then()
        .statusCode(202);
    given().post("/catalog?generation=g&complete=true&pages=1").then().statusCode(200);
  }

  private static void visit(String name, int count) {
    for (int i = 0; i < count; i++) {
      given()
          .contentType("application/json")
          .body(
              "{\"events\":[{\"action\":\"navigate\",\"subject\":\"/\",\"user\":\"user:default/%s%d\"}]}"
                  .formatted(name, i))
          .post("/collect")
          .then()
          .statusCode(202);
    }
  }

  /** An instance that does not know of the erasure yet, with a request that began before it. */
  private void writeAsIfUnaware(Pseudonym user) {
    HydratedEvent plain =
        Events.stored(
            "written-meanwhile", "navigate", null, CLOCK.instant().minusSeconds(60), true);
    HydratedEvent event = plain.withEvent(plain.event().withUser(user));
    Chunker chunker =
        new Chunker(Pipeline.RETENTION, new PolicyVersion("test"), pseudonymizer.keyId());
    writer.write(chunker.cut(List.of(event)));
  }

  private static List<Object> stored(String user) {
    return given()
        .queryParam("user", user)
        .get("/query")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("events");
  }
}
