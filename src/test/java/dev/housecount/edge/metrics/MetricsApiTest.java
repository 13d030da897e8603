package dev.housecount.edge.metrics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.matchesPattern;

import dev.housecount.testing.LocalDynamoDb;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalDynamoDb.class)
class MetricsApiTest {
  private static final String CANARY = "canary" + UUID.randomUUID();

  /** A line of Prometheus' text format: a comment, or a sample. */
  private static final Pattern LINE =
      Pattern.compile(
          "# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\\{[a-z]+=\"[^\"\\\\]*\"(,[a-z]+=\"[^\"\\\\]*\")*\\})? [0-9.E+-]+");

  @Test
  void metrics_areTextForPrometheus() {
    String text =
        given()
            .get("/metrics")
            .then()
            .statusCode(200)
            .contentType(matchesPattern("text/plain;\\s*version=0.0.4;\\s*charset=utf-8"))
            .extract()
            .asString();
    assertThat(text.lines()).allMatch(line -> LINE.matcher(line).matches());
  }

  @Test
  void collect_countsEventsReasonsBytesAndDuplicates() {
    Map<String, Double> before = samples();
    String event =
        "{\"action\":\"navigate\",\"subject\":\"/%s\",\"id\":\"%s\"}".formatted(CANARY, CANARY);
    String body = "[" + event + "," + event + ",{\"subject\":\"/\"},7]";
    send(body, "curl/8");
    send(body, "curl/8");
    send("[" + event + "]", "Googlebot/2.1");
    Map<String, Double> grown = samples();
    before.forEach((name, value) -> grown.merge(name, -value, Double::sum));
    assertThat(grown)
        .containsEntry("housecount_events_accepted_total", 4.0)
        .containsEntry("housecount_events_rejected_total{reason=\"bad_action\"}", 2.0)
        .containsEntry("housecount_events_rejected_total{reason=\"not_an_event\"}", 2.0)
        .containsEntry("housecount_events_dropped_total{reason=\"bot\"}", 1.0)
        .containsEntry("housecount_events_duplicate_total", 3.0)
        .containsEntry(
            "housecount_received_bytes_total", (double) (2 * body.length() + event.length() + 2))
        .containsEntry(
            "housecount_request_duration_seconds_count{route=\"/collect\",status=\"202\"}", 3.0)
        .containsEntry("housecount_store_throttles_total", 0.0);
  }

  @Test
  void latency_isInPrometheusBuckets_upToOurTimeOut() {
    given().get("/query").then().statusCode(200);
    assertThat(samples().keySet())
        .filteredOn(name -> name.contains("_bucket{route=\"/query\",status=\"200\""))
        .contains(bucket("0.005"), bucket("0.25"), bucket("1.0"), bucket("30.0"), bucket("+Inf"))
        .hasSize(13);
  }

  private static String bucket(String end) {
    return "housecount_request_duration_seconds_bucket{route=\"/query\",status=\"200\",le=\"%s\"}"
        .formatted(end);
  }

  @Test
  void metrics_holdNothingThatWasSent() {
    given().queryParam("subject", CANARY).get("/query");
    given().get("/" + CANARY);
    given().request(CANARY.substring(0, 10).toUpperCase(java.util.Locale.ROOT), "/query");
    assertThat(given().get("/metrics").asString())
        .doesNotContainIgnoringCase("canary")
        .contains("route=\"(other)\",status=\"404\"");
  }

  @Test
  void serverTiming_namesTheSteps() {
    given()
        .contentType("application/json")
        .body("[]")
        .post("/collect")
        .then()
        .header(
            "Server-Timing",
            matchesPattern("parse;dur=[0-9.]+, scrub;dur=[0-9.]+, store;dur=[0-9.]+"));
    given()
        .get("/query?limit=1")
        .then()
        .header(
            "Server-Timing",
            matchesPattern("parse;dur=[0-9.]+, store;dur=[0-9.]+, encode;dur=[0-9.]+"));
  }

  private static void send(String body, String userAgent) {
    given()
        .header("User-Agent", userAgent)
        .contentType("application/json")
        .body(body)
        .post("/collect")
        .then()
        .statusCode(202);
  }

  private static Map<String, Double> samples() {
    Map<String, Double> samples = new HashMap<>();
    for (String line : List.of(given().get("/metrics").asString().split("\n"))) {
      int space = line.lastIndexOf(' ');
      if (!line.startsWith("#")) {
        samples.put(line.substring(0, space), Double.valueOf(line.substring(space + 1)));
      }
    }
    return samples;
  }
}
