package dev.housecount.metrics;

import io.quarkus.arc.profile.UnlessBuildProfile;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** {@code GET /metrics}: what Prometheus reads. Not on AWS, where CloudWatch has the figures. */
@Path("/metrics")
@UnlessBuildProfile("lambda")
public class MetricsResource {
  /** Prometheus' text format. */
  private static final String MEDIA_TYPE = "text/plain;version=0.0.4;charset=utf-8";

  private final PrometheusMetrics metrics;

  MetricsResource(PrometheusMetrics metrics) {
    this.metrics = metrics;
  }

  /** All sums since the start. */
  @GET
  public Response metrics() {
    return Response.ok(metrics.text()).type(MEDIA_TYPE).header("Cache-Control", "no-store").build();
  }
}
