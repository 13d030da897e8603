package dev.housecount.metrics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Writes how many events were accepted and rejected to the function's log, where CloudWatch makes
 * metrics of it: no call and no permission is needed, and nothing waits for it. Not a singleton:
 * filters are made when the native binary is built, and the settings are not there yet.
 */
@ApplicationScoped
@IfBuildProfile("lambda")
class CollectMetrics {
  static final String NAMESPACE = "Housecount";

  private static final int ACCEPTED = 202;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Clock clock;
  private final String function;

  CollectMetrics(
      Clock clock,
      @ConfigProperty(name = "aws.lambda.function.name", defaultValue = "local") String function) {
    this.clock = clock;
    this.function = function;
  }

  @ServerResponseFilter
  void count(ContainerResponseContext response) {
    if (response.getStatus() == ACCEPTED
        && response.getEntity() instanceof Map<?, ?> verdicts
        && verdicts.get("accepted") instanceof Integer accepted
        && verdicts.get("rejected") instanceof Collection<?> rejected) {
      write(accepted, rejected.size());
    }
  }

  @SuppressWarnings("SystemOut") // a line of this format is no log message: CloudWatch reads it
  private void write(int accepted, int rejected) {
    Map<String, Object> directive =
        Map.of(
            "Namespace",
            NAMESPACE,
            "Dimensions",
            List.of(List.of("FunctionName")),
            "Metrics",
            List.of(metric("AcceptedEvents"), metric("RejectedEvents")));
    Map<String, Object> line =
        Map.of(
            "_aws",
            Map.of("Timestamp", clock.millis(), "CloudWatchMetrics", List.of(directive)),
            "FunctionName",
            function,
            "AcceptedEvents",
            accepted,
            "RejectedEvents",
            rejected);
    try {
      System.out.println(JSON.writeValueAsString(line));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps, texts and numbers can always be written", e);
    }
  }

  private static Map<String, String> metric(String name) {
    return Map.of("Name", name, "Unit", "Count");
  }
}
