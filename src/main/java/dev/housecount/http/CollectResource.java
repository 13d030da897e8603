package dev.housecount.http;

import dev.housecount.collect.Batch;
import dev.housecount.collect.CollectResult;
import dev.housecount.collect.Collector;
import dev.housecount.collect.RejectionReason;
import dev.housecount.telemetry.Collected;
import dev.housecount.telemetry.Telemetry;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code POST /collect}: takes a batch of events, answers with a verdict for each. */
@Path(CollectResource.PATH)
public class CollectResource {
  static final String PATH = "/collect";

  private final Collector collector;
  private final Clock clock;
  private final BodyReader reader;
  private final BatchDecoder decoder;
  private final SenderAddress sender;
  private final Telemetry telemetry;
  private final ServerTiming timing;

  CollectResource(
      Collector collector,
      Clock clock,
      CollectLimits limits,
      SenderAddress sender,
      Telemetry telemetry,
      ServerTiming timing) {
    this.collector = collector;
    this.clock = clock;
    this.reader = new BodyReader(limits);
    this.decoder = new BatchDecoder(limits);
    this.sender = sender;
    this.telemetry = telemetry;
    this.timing = timing;
  }

  /** Answers 202 once everything accepted is durably stored. */
  @POST
  public Response collect(
      InputStream body, @Context HttpHeaders headers, @Context ContainerRequestContext request) {
    ServerTiming.Steps steps = timing.begin();
    CountingStream sent = new CountingStream(body);
    byte[] bytes = reader.read(sent, headers.getHeaderString(HttpHeaders.CONTENT_ENCODING));
    Batch batch =
        decoder.decode(bytes, clock.instant(), AccessFilter.portal(request), sender.of(headers));
    steps.end("parse");
    CollectResult result = collector.collect(batch);
    steps.add("scrub", result.scrubbing());
    steps.add("store", result.storing());
    telemetry.collected(figures(result, sent.count(), bytes.length));
    return steps
        .addTo(Response.accepted(verdicts(result)))
        .type(MediaType.APPLICATION_JSON_TYPE)
        .build();
  }

  private static Collected figures(CollectResult result, long received, long inflated) {
    Map<Boolean, Map<String, Integer>> byNoise =
        result.rejected().stream()
            .map(CollectResult.Rejection::reason)
            .collect(
                Collectors.partitioningBy(
                    RejectionReason::isNoise,
                    Collectors.groupingBy(
                        RejectionReason::code, Collectors.summingInt(reason -> 1))));
    return new Collected(
        result.accepted(),
        byNoise.getOrDefault(false, Map.of()),
        byNoise.getOrDefault(true, Map.of()),
        fields(result.dropped()),
        result.duplicates(),
        received,
        inflated);
  }

  private static Map<String, Object> verdicts(CollectResult result) {
    List<Map<String, Object>> rejected =
        result.rejected().stream()
            .map(r -> Map.<String, Object>of("index", r.index(), "reason", r.reason().code()))
            .toList();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("accepted", result.accepted());
    body.put("rejected", rejected);
    body.put("dropped", fields(result.dropped()));
    return body;
  }

  private static Map<String, Integer> fields(CollectResult.Dropped dropped) {
    return Map.of("attributes", dropped.attributes(), "context", dropped.context());
  }
}
