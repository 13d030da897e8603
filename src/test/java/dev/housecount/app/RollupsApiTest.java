package dev.housecount.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.store.ChunkSweeper;
import dev.housecount.store.Order;
import dev.housecount.store.RecordRange;
import dev.housecount.testing.LocalDynamoDb;
import dev.housecount.testing.MutableClock;
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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Figures over HTTP, before and after maintenance has sealed the days that they are about. */
@QuarkusTest
@QuarkusTestResource(LocalDynamoDb.class)
@TestProfile(RollupsApiTest.ByHand.class)
class RollupsApiTest {
  private static final MutableClock CLOCK = new MutableClock(Instant.now());

  @Inject Maintenance maintenance;
  @Inject RecordTables records;
  @Inject ChunkSweeper sweeper;

  /** Maintenance runs when the test says so, under a clock that it sets; nothing is hidden. */
  public static final class ByHand implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "housecount.maintenance.interval", "0S", "housecount.insights.fewest-people", "1");
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
  void reports_ofSealedDays_areThoseOfTheirEvents() {
    for (int person = 0; person < 6; person++) {
      visit(person, 30 + person);
      visit(person, 54 + person);
      send(person, 31, "search", "kafka " + person % 2, "\"value\":" + person % 3);
      send(person, 32, "create", "x", "\"context\":{\"entityRef\":\"template:default/service\"}");
      send(person, 33, "not-found", "/nowhere", "\"context\":{\"pluginId\":\"root\"}");
    }
    List<String> live = reports();
    maintain();
    assertThat(sealedDays()).isPositive();
    assertThat(reports()).isEqualTo(live);

    visit(7, 40);
    maintain();
    assertThat(figure("active_users")).isEqualTo(7);
    assertThat(figure("visits")).isEqualTo(13);

    int rollups =
        given().delete("/users/user:default/person-7").jsonPath().getInt("removedFromRollups");
    assertThat(rollups).isOne();
    assertThat(reports()).isEqualTo(live);
    maintain();
    assertThat(reports()).isEqualTo(live);

    given().put("/opt-outs/user:default/person-5").then().statusCode(204);
    visit(5, 41);
    maintain();
    assertThat(reports()).isEqualTo(live);

    removeEvents();
    assertThat(reports()).isEqualTo(live);
  }

  private static void visit(int person, int hoursAgo) {
    send(person, hoursAgo, "navigate", "/catalog/default/component/petstore", "\"value\":1");
  }

  private static void send(int person, int hoursAgo, String action, String subject, String more) {
    Instant at = CLOCK.instant().minus(Duration.ofHours(hoursAgo)).plusSeconds(person);
    given()
        .contentType("application/json")
        .body(
            "{\"events\":[{\"action\":\"%s\",\"subject\":\"%s\",\"timestamp\":\"%s\",\"user\":\"user:default/person-%d\",%s}]}"
                .formatted(action, subject, at, person, more))
        .post("/collect")
        .then()
        .statusCode(202);
  }

  /** When notes of late events are ripe. */
  private void maintain() {
    CLOCK.advance(Duration.ofMinutes(4));
    maintenance.run();
  }

  private static List<String> reports() {
    List<String> names = given().get("/insights").jsonPath().getList("reports.name");
    List<String> answers = new ArrayList<>();
    for (String name : names) {
      for (String filter : List.of("", "&plugin=catalog")) {
        if (filter.isEmpty() || !name.equals("adoption")) {
          var answer = ask(name, filter);
          answers.add(name + filter + answer.getList("rows") + answer.getMap("total"));
        }
      }
    }
    return answers;
  }

  private static io.restassured.path.json.JsonPath ask(String report, String filter) {
    var today = CLOCK.instant().atZone(ZoneOffset.UTC).toLocalDate();
    String range = "?from=" + today.minusDays(5) + "&to=" + today.plusDays(1);
    return given()
        .get("/insights/" + report + range + filter)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static int figure(String metric) {
    return ask("summary", "").getInt("rows.find{it.metric == '" + metric + "'}.value");
  }

  private int sealedDays() {
    return records.rollups().read(new RecordRange("days", "", "~", Order.ASC, 100, true)).size();
  }

  private void removeEvents() {
    String position = null;
    do {
      ChunkSweeper.Step step = sweeper.next(position);
      sweeper.delete(step.found().stream().map(found -> found.chunk().key()).toList());
      position = step.next();
    } while (position != null);
  }
}
