package dev.housecount.edge.metrics;

import dev.housecount.telemetry.Collected;
import dev.housecount.telemetry.Telemetry;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.quarkus.arc.profile.UnlessBuildProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;

/** Counts since the start, and what was last seen, for Prometheus. */
@ApplicationScoped
@UnlessBuildProfile("lambda")
class PrometheusMetrics implements Telemetry {
  /** The upper ends of the buckets, in seconds: Prometheus' own default, but up to our time-out. */
  private static final double[] ENDS = {.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30};

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Counter accepted =
      counter("housecount_events_accepted_total", "Events stored; duplicates count.");
  private final Counter rejected =
      counter("housecount_events_rejected_total", "Events that were wrong, by reason.", "reason");
  private final Counter dropped =
      counter(
          "housecount_events_dropped_total", "Events that were not wanted, by reason.", "reason");
  private final Counter droppedFields =
      counter(
          "housecount_fields_dropped_total",
          "Attributes and context keys that the policy did not let in.",
          "part");
  private final Counter duplicates =
      counter(
          "housecount_events_duplicate_total",
          "Accepted events recognised as sent before; at least so many were.");
  private final Counter received =
      counter("housecount_received_bytes_total", "Bytes of batches as they were sent.");
  private final Counter inflated =
      counter("housecount_inflated_bytes_total", "Bytes of batches after decompression.");
  private final Counter throttles =
      counter("housecount_store_throttles_total", "Calls, or parts of them, DynamoDB refused.");
  private final Counter pulls =
      counter(
          "housecount_catalog_pulls_total", "Runs of pulling the catalog, by outcome.", "outcome");
  private final Gauge unknownPeople =
      gauge(
          "housecount_catalog_unknown_people_ratio",
          "Share of the day's people whom the portal's catalog does not know, as of the last look.");
  private final Gauge jumps =
      gauge(
          "housecount_catalog_unknown_people_jump",
          "1 while that share is much larger than in the days before it rose.");
  private final Histogram requests =
      Histogram.builder()
          .name("housecount_request_duration_seconds")
          .help("Time until a request was answered.")
          .labelNames("route", "status")
          .classicOnly()
          .classicUpperBounds(ENDS)
          .register(registry);

  private Counter counter(String name, String help, String... labels) {
    return Counter.builder().name(name).help(help).labelNames(labels).register(registry);
  }

  private Gauge gauge(String name, String help) {
    return Gauge.builder().name(name).help(help).labelNames("portal").register(registry);
  }

  @Override
  public void collected(Collected batch) {
    accepted.inc(batch.accepted());
    add(rejected, batch.rejected());
    add(dropped, batch.dropped());
    add(droppedFields, batch.droppedFields());
    duplicates.inc(batch.duplicates());
    received.inc(batch.receivedBytes());
    inflated.inc(batch.inflatedBytes());
  }

  private static void add(Counter counter, Map<String, Integer> counts) {
    counts.forEach((label, count) -> counter.labelValues(label).inc(count));
  }

  @Override
  public void answered(String route, int status, Duration took) {
    requests.labelValues(route, String.valueOf(status)).observe(took.toNanos() / 1e9);
  }

  @Override
  public void pulled(String outcome) {
    pulls.labelValues(outcome).inc();
  }

  @Override
  public void recognised(String portal, double unknown, boolean jumped) {
    unknownPeople.labelValues(portal).set(unknown);
    jumps.labelValues(portal).set(jumped ? 1 : 0);
  }

  @Override
  public void throttled() {
    throttles.inc();
  }

  MetricSnapshots read() {
    return registry.scrape();
  }
}
