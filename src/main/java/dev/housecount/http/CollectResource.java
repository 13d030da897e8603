package dev.housecount.http;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code POST /collect}: takes a batch of events, answers with a verdict for each. */
@Path(Paths.COLLECT)
public class CollectResource {
  private final Intake intake;

  CollectResource(Intake intake) {
    this.intake = intake;
  }

  /** Answers 202 once everything accepted is durably stored. */
  @POST
  public Response collect(
      InputStream body, @Context HttpHeaders headers, @Context ContainerRequestContext request) {
    Intake.Taken taken = intake.take(body, headers, request);
    Map<String, Object> verdicts = new LinkedHashMap<>();
    verdicts.put("accepted", taken.result().accepted());
    verdicts.put("rejected", taken.rejected());
    verdicts.put("dropped", taken.dropped());
    return taken
        .steps()
        .addTo(Response.accepted(verdicts))
        .type(MediaType.APPLICATION_JSON_TYPE)
        .build();
  }

  /** The same for a sender whose key stands in the path; AccessFilter reads it. */
  @POST
  @Path("{" + Paths.KEY + "}")
  public Response collectWithKey(
      InputStream body, @Context HttpHeaders headers, @Context ContainerRequestContext request) {
    return collect(body, headers, request);
  }
}
