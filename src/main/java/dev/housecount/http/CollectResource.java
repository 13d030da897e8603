package dev.housecount.http;

import dev.housecount.collect.Batch;
import dev.housecount.collect.CollectResult;
import dev.housecount.collect.Collector;
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

/** {@code POST /collect}: takes a batch of events, answers with a verdict for each. */
@Path(CollectResource.PATH)
public class CollectResource {
  static final String PATH = "/collect";

  private final Collector collector;
  private final Clock clock;
  private final BodyReader reader;
  private final BatchDecoder decoder;
  private final SenderAddress sender;

  CollectResource(Collector collector, Clock clock, CollectLimits limits, SenderAddress sender) {
    this.collector = collector;
    this.clock = clock;
    this.reader = new BodyReader(limits);
    this.decoder = new BatchDecoder(limits);
    this.sender = sender;
  }

  /** Answers 202 once everything accepted is durably stored. */
  @POST
  public Response collect(
      InputStream body, @Context HttpHeaders headers, @Context ContainerRequestContext request) {
    byte[] bytes = reader.read(body, headers.getHeaderString(HttpHeaders.CONTENT_ENCODING));
    Batch batch =
        decoder.decode(
            bytes, clock.instant(), AccessFilter.portal(request), sender.fingerprint(headers));
    CollectResult result = collector.collect(batch);
    return Response.accepted(verdicts(result)).type(MediaType.APPLICATION_JSON_TYPE).build();
  }

  private static Map<String, Object> verdicts(CollectResult result) {
    List<Map<String, Object>> rejected =
        result.rejected().stream()
            .map(r -> Map.<String, Object>of("index", r.index(), "reason", r.reason().code()))
            .toList();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("accepted", result.accepted());
    body.put("rejected", rejected);
    body.put(
        "dropped",
        Map.of("attributes", result.dropped().attributes(), "context", result.dropped().context()));
    return body;
  }
}
