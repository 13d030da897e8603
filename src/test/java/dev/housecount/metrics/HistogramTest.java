package dev.housecount.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HistogramTest {
  @Test
  void buckets_areCumulative_andTheirEndsInclusive() {
    Histogram histogram = new Histogram("route=\"/query\"");
    histogram.add(Duration.ofMillis(5));
    histogram.add(Duration.ofMillis(6));
    histogram.add(Duration.ofMinutes(1));
    StringBuilder text = new StringBuilder();
    histogram.appendTo(text);
    assertThat(text.toString().lines())
        .contains(
            "housecount_request_duration_seconds_bucket{route=\"/query\",le=\"0.005\"} 1",
            "housecount_request_duration_seconds_bucket{route=\"/query\",le=\"0.01\"} 2",
            "housecount_request_duration_seconds_bucket{route=\"/query\",le=\"30.0\"} 2",
            "housecount_request_duration_seconds_bucket{route=\"/query\",le=\"+Inf\"} 3",
            "housecount_request_duration_seconds_sum{route=\"/query\"} 60.011",
            "housecount_request_duration_seconds_count{route=\"/query\"} 3");
  }
}
