package dev.housecount.demo;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.testing.LocalDynamoDb;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The generated portal in a real server, whose tables are its own: others count people, too. */
@QuarkusTest
@QuarkusTestResource(value = LocalDynamoDb.class, restrictToAnnotatedClass = true)
class DemoApiTest {
  private static final int DAYS = 8;

  @TestHTTPResource("/")
  URI server;

  private final Clock clock = Clock.fixed(Instant.now(), ZoneOffset.UTC);
  private final Plan plan = new Plan(5, 15, DAYS, LocalDate.now(clock));
  private final List<Batch> past = Portal.of(plan).batches().stream().map(this::past).toList();

  @Test
  void feed_realServer_storesAllButWhatMonitorsSend() throws Exception {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    Verdicts verdicts = new Feed(plan, new Target(server, null, null), clock, nowhere).run();
    assertThat(verdicts.accepted()).isEqualTo(count(false)).isPositive();
    assertThat(verdicts.rejected()).isEqualTo(Map.of("bot", count(true)));
    Set<String> users =
        past.stream()
            .flatMap(batch -> batch.events().stream())
            .map(DemoEvent::user)
            .filter(user -> user != null && !user.endsWith("/guest"))
            .collect(toSet());
    assertThat(users).isNotEmpty();
    users.forEach(this::assertStored);
  }

  /** Each event once, without a word that names the person. */
  private void assertStored(String user) {
    String stored =
        given()
            .queryParam("user", user)
            .queryParam("from", plan.start().minusDays(1).toString())
            .queryParam("limit", 1000)
            .get("/query")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    List<String> ids = JsonPath.from(stored).getList("events.id");
    assertThat(ids).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ids(user));
    assertThat(stored.toLowerCase(java.util.Locale.ROOT)).doesNotContain(names());
  }

  private List<String> names() {
    return World.of(plan).people().stream()
        .flatMap(person -> List.of(person.name(), person.displayName()).stream())
        .map(name -> name.toLowerCase(java.util.Locale.ROOT))
        .toList();
  }

  private Set<String> ids(String user) {
    return past.stream()
        .filter(batch -> !batch.isOfBot())
        .flatMap(batch -> batch.events().stream())
        .filter(event -> user.equals(event.user()))
        .map(DemoEvent::id)
        .collect(toSet());
  }

  private int count(boolean bots) {
    return past.stream()
        .filter(batch -> batch.isOfBot() == bots)
        .mapToInt(batch -> batch.events().size())
        .sum();
  }

  private Batch past(Batch batch) {
    long now = clock.millis();
    return new Batch(
        batch.events().stream().filter(event -> event.timestamp() <= now).toList(), batch.sender());
  }
}
