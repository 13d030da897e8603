package dev.housecount.edge.http;

import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Tells a developer's browser where the time of a request went (W3C Server Timing).
 *
 * @param shown whether it tells: on AWS an answer tells nothing of what is behind it
 */
public record ServerTiming(boolean shown) {
  /** Begins to measure a request. */
  Steps begin() {
    return new Steps();
  }

  /** The steps of one request. */
  final class Steps {
    private final Map<String, Duration> steps = new LinkedHashMap<>();
    private long last = System.nanoTime();

    /** A step that ends now and began where the one before ended. */
    void end(String name) {
      long now = System.nanoTime();
      add(name, Duration.ofNanos(now - last));
      last = now;
    }

    /** A step that somebody else measured. */
    void add(String name, Duration took) {
      steps.put(name, took);
    }

    Response.ResponseBuilder addTo(Response.ResponseBuilder response) {
      return shown ? response.header("Server-Timing", text()) : response;
    }

    private String text() {
      return steps.entrySet().stream()
          .map(
              step ->
                  String.format(
                      Locale.ROOT, "%s;dur=%.3f", step.getKey(), step.getValue().toNanos() / 1e6))
          .collect(Collectors.joining(", "));
    }
  }
}
