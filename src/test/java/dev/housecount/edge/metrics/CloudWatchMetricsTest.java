package dev.housecount.edge.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.housecount.telemetry.Collected;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CloudWatchMetricsTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final CloudWatchMetrics metrics = new CloudWatchMetrics(Clock.systemUTC(), "f");

  @Test
  void collected_dropped_areNotRejected() throws IOException {
    Collected batch =
        new Collected(3, Map.of("bad_id", 2), Map.of("bot", 4), Map.of("context", 5), 1, 100, 900);
    List<JsonNode> lines = lines(() -> metrics.collected(batch));
    assertThat(lines).hasSize(3).allSatisfy(CloudWatchMetricsTest::isComplete);
    assertThat(lines.get(0).path("AcceptedEvents").asInt()).isEqualTo(3);
    assertThat(lines.get(0).path("RejectedEvents").asInt()).isEqualTo(2);
    assertThat(lines.get(0).path("DroppedEvents").asInt()).isEqualTo(4);
    assertThat(lines.get(0).path("DroppedFields").asInt()).isEqualTo(5);
    assertThat(lines.get(0).path("InflatedBytes").asInt()).isEqualTo(900);
    assertThat(lines.get(1).path("Reason").asText()).isEqualTo("bad_id");
    assertThat(lines.get(2).path("DroppedEvents").asInt()).isEqualTo(4);
  }

  @Test
  void answered_tellsOfThrottlesOnce() throws IOException {
    List<JsonNode> lines =
        lines(
            () -> {
              metrics.throttled();
              metrics.throttled();
              metrics.answered("/collect", 503, Duration.ofMillis(7));
              metrics.answered("/collect", 202, Duration.ofMillis(8));
            });
    assertThat(lines).hasSize(2).allSatisfy(CloudWatchMetricsTest::isComplete);
    assertThat(lines).extracting(line -> line.path("Throttles").asInt()).containsExactly(2, 0);
    assertThat(lines).extracting(line -> line.path("Unavailable").asInt()).containsExactly(1, 0);
    assertThat(lines).extracting(line -> line.path("Latency").asInt()).containsExactly(7, 8);
  }

  @Test
  void recognised_tellsShareAndJump_withoutThePortal() throws IOException {
    List<JsonNode> lines =
        lines(
            () -> {
              metrics.recognised("acme", 0.256, true);
              metrics.recognised("other", 0, false);
            });
    assertThat(lines).hasSize(2).allSatisfy(CloudWatchMetricsTest::isComplete);
    assertThat(lines)
        .extracting(line -> line.path("UnknownPeoplePercent").asInt())
        .containsExactly(26, 0);
    assertThat(lines)
        .extracting(line -> line.path("UnknownPeopleJumps").asInt())
        .containsExactly(1, 0);
    assertThat(lines.get(0).toString()).doesNotContain("acme");
  }

  /** Every metric and dimension that the directive names has a value (EMF specification). */
  private static void isComplete(JsonNode line) {
    JsonNode directive = line.path("_aws").path("CloudWatchMetrics").path(0);
    directive
        .path("Metrics")
        .forEach(m -> assertThat(line.path(m.path("Name").asText()).isNumber()).isTrue());
    directive.path("Dimensions").path(0).forEach(d -> assertThat(line.has(d.asText())).isTrue());
    assertThat(line.path("_aws").path("Timestamp").isNumber()).isTrue();
  }

  private static List<JsonNode> lines(Runnable action) throws IOException {
    PrintStream out = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      action.run();
    } finally {
      System.setOut(out);
    }
    List<JsonNode> lines = new ArrayList<>();
    for (String line : bytes.toString(StandardCharsets.UTF_8).strip().split("\n")) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }
}
