package dev.housecount.edge.metrics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.housecount.telemetry.Collected;
import dev.housecount.telemetry.Telemetry;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Writes figures to the function's log, where CloudWatch makes metrics of them: no call and no
 * permission is needed, and nothing waits for it. Not a singleton: the filters that use it are made
 * when the native binary is built, and the settings are not there yet.
 */
@ApplicationScoped
@IfBuildProfile("lambda")
class CloudWatchMetrics implements Telemetry {
  static final String NAMESPACE = "Housecount";

  private static final int UNAVAILABLE = 503;
  private static final int PERCENT = 100;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Clock clock;
  private final String function;
  private final AtomicInteger throttles = new AtomicInteger();

  CloudWatchMetrics(
      Clock clock,
      @ConfigProperty(name = "aws.lambda.function.name", defaultValue = "local") String function) {
    this.clock = clock;
    this.function = function;
  }

  @Override
  public void collected(Collected batch) {
    Map<String, Figure> figures = new LinkedHashMap<>();
    figures.put("AcceptedEvents", Figure.count(batch.accepted()));
    figures.put("RejectedEvents", Figure.count(Collected.sum(batch.rejected())));
    figures.put("DroppedEvents", Figure.count(Collected.sum(batch.dropped())));
    figures.put("DroppedFields", Figure.count(Collected.sum(batch.droppedFields())));
    figures.put("DuplicateEvents", Figure.count(batch.duplicates()));
    figures.put("ReceivedBytes", new Figure(batch.receivedBytes(), "Bytes"));
    figures.put("InflatedBytes", new Figure(batch.inflatedBytes(), "Bytes"));
    write(Map.of(), figures);
    batch.rejected().forEach((reason, count) -> byReason("RejectedEvents", reason, count));
    batch.dropped().forEach((reason, count) -> byReason("DroppedEvents", reason, count));
  }

  @Override
  public void answered(String route, int status, Duration took) {
    Map<String, Figure> figures = new LinkedHashMap<>();
    figures.put("Latency", new Figure(took.toMillis(), "Milliseconds"));
    figures.put("Unavailable", Figure.count(status == UNAVAILABLE ? 1 : 0));
    figures.put("Throttles", Figure.count(throttles.getAndSet(0)));
    write(Map.of(), figures);
  }

  @Override
  public void pulled(String outcome) {
    write(Map.of("Outcome", outcome), Map.of("CatalogPulls", Figure.count(1)));
  }

  /**
   * Without the portal: the alarm is on the largest of them, and {@code GET /catalog} tells whose.
   */
  @Override
  public void recognised(String portal, double unknown, boolean jumped) {
    Map<String, Figure> figures = new LinkedHashMap<>();
    figures.put("UnknownPeoplePercent", new Figure(Math.round(PERCENT * unknown), "Percent"));
    figures.put("UnknownPeopleJumps", Figure.count(jumped ? 1 : 0));
    write(Map.of(), figures);
  }

  /** The next answer's line has it: one request's calls may be throttled many times. */
  @Override
  public void throttled() {
    throttles.incrementAndGet();
  }

  private void byReason(String name, String reason, int count) {
    write(Map.of("Reason", reason), Map.of(name, Figure.count(count)));
  }

  @SuppressWarnings("SystemOut") // a line of this format is no log message: CloudWatch reads it
  private void write(Map<String, String> dimensions, Map<String, Figure> figures) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("FunctionName", function);
    line.putAll(dimensions);
    Map<String, Object> directive =
        Map.of(
            "Namespace",
            NAMESPACE,
            "Dimensions",
            List.of(List.copyOf(line.keySet())),
            "Metrics",
            figures.entrySet().stream()
                .map(f -> Map.of("Name", f.getKey(), "Unit", f.getValue().unit()))
                .toList());
    figures.forEach((name, figure) -> line.put(name, figure.value()));
    line.put("_aws", Map.of("Timestamp", clock.millis(), "CloudWatchMetrics", List.of(directive)));
    try {
      System.out.println(JSON.writeValueAsString(line));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps, texts and numbers can always be written", e);
    }
  }

  /** A value and CloudWatch's name of its unit. */
  private record Figure(long value, String unit) {
    static Figure count(long value) {
      return new Figure(value, "Count");
    }
  }
}
