package dev.housecount.metrics;

import dev.housecount.telemetry.Collected;
import dev.housecount.telemetry.Telemetry;
import io.quarkus.arc.profile.UnlessBuildProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts since the start, and writes the sums in Prometheus' text format. */
@ApplicationScoped
@UnlessBuildProfile("lambda")
class PrometheusMetrics implements Telemetry {
  private final Counter accepted =
      new Counter("housecount_events_accepted_total", "Events stored; duplicates count.");
  private final Counter rejected =
      new Counter("housecount_events_rejected_total", "Events that were wrong, by reason.");
  private final Counter dropped =
      new Counter("housecount_events_dropped_total", "Events that were not wanted, by reason.");
  private final Counter droppedFields =
      new Counter(
          "housecount_fields_dropped_total",
          "Attributes and context keys that the policy did not let in.");
  private final Counter duplicates =
      new Counter(
          "housecount_events_duplicate_total",
          "Accepted events recognised as sent before; at least so many were.");
  private final Counter received =
      new Counter("housecount_received_bytes_total", "Bytes of batches as they were sent.");
  private final Counter inflated =
      new Counter("housecount_inflated_bytes_total", "Bytes of batches after decompression.");
  private final Counter throttles =
      new Counter("housecount_store_throttles_total", "Calls, or parts of them, DynamoDB refused.");
  private final Map<String, Histogram> requests = new ConcurrentSkipListMap<>();

  PrometheusMetrics() {
    for (Counter counter : new Counter[] {accepted, duplicates, received, inflated, throttles}) {
      counter.add("", 0);
    }
  }

  @Override
  public void collected(Collected batch) {
    accepted.add("", batch.accepted());
    batch.rejected().forEach((reason, count) -> rejected.add(reason(reason), count));
    batch.dropped().forEach((reason, count) -> dropped.add(reason(reason), count));
    batch
        .droppedFields()
        .forEach((part, count) -> droppedFields.add("{part=\"" + part + "\"}", count));
    duplicates.add("", batch.duplicates());
    received.add("", batch.receivedBytes());
    inflated.add("", batch.inflatedBytes());
  }

  @Override
  public void answered(String route, int status, Duration took) {
    String labels = "route=\"" + route + "\",status=\"" + status + "\"";
    requests.computeIfAbsent(labels, Histogram::new).add(took);
  }

  @Override
  public void throttled() {
    throttles.add("", 1);
  }

  String text() {
    StringBuilder text = new StringBuilder();
    for (Counter counter :
        new Counter[] {
          accepted, rejected, dropped, droppedFields, duplicates, received, inflated, throttles
        }) {
      counter.appendTo(text);
    }
    Histogram.appendHead(text);
    requests.values().forEach(histogram -> histogram.appendTo(text));
    return text.toString();
  }

  private static String reason(String code) {
    return "{reason=\"" + code + "\"}";
  }

  /** A sum for each set of labels. */
  private record Counter(String name, String help, Map<String, LongAdder> sums) {
    Counter(String name, String help) {
      this(name, help, new ConcurrentSkipListMap<>());
    }

    void add(String labels, long count) {
      sums.computeIfAbsent(labels, l -> new LongAdder()).add(count);
    }

    void appendTo(StringBuilder text) {
      text.append("# HELP ").append(name).append(' ').append(help).append('\n');
      text.append("# TYPE ").append(name).append(" counter\n");
      sums.forEach(
          (labels, sum) ->
              text.append(name).append(labels).append(' ').append(sum.sum()).append('\n'));
    }
  }
}
