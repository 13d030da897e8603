package dev.housecount.edge.metrics;

import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.quarkus.arc.profile.UnlessBuildProfile;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/** {@code GET /metrics}: what Prometheus reads. Not on AWS, where CloudWatch has the figures. */
@Path("/metrics")
@UnlessBuildProfile("lambda")
public class MetricsResource {
  private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();
  private final PrometheusMetrics metrics;

  MetricsResource(PrometheusMetrics metrics) {
    this.metrics = metrics;
  }

  /** All sums since the start. */
  @GET
  public Response metrics() {
    StreamingOutput text =
        out -> writer.write(out, metrics.read(), EscapingScheme.UNDERSCORE_ESCAPING);
    return Response.ok(text)
        .type(writer.getContentType())
        .header("Cache-Control", "no-store")
        .build();
  }
}
