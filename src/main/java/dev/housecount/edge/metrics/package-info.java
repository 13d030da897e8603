/**
 * Edge: figures for whoever runs the server. On AWS lines in CloudWatch's embedded metric format,
 * elsewhere a page for Prometheus.
 *
 * <p>Uses {@code telemetry}.
 */
@NullMarked
package dev.housecount.edge.metrics;

import org.jspecify.annotations.NullMarked;
