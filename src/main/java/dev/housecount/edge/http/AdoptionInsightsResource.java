package dev.housecount.edge.http;

import dev.housecount.edge.http.gate.AccessFilter;
import dev.housecount.edge.http.gate.Paths;
import dev.housecount.edge.http.insights.AdoptionQueries;
import dev.housecount.edge.http.problem.Json;
import dev.housecount.edge.http.problem.Problem;
import dev.housecount.edge.http.problem.ProblemException;
import dev.housecount.insights.Insights;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code POST /api/adoption-insights/events}: where Red Hat's analytics module posts, with the
 * answers of the backend that it was made for. That one refuses a whole batch for one bad event;
 * here the good ones are stored, and only a batch without any is refused.
 */
@Path(Paths.ADOPTION_INSIGHTS)
public class AdoptionInsightsResource {
  private final Intake intake;

  private final AdoptionQueries queries;

  AdoptionInsightsResource(Intake intake, Insights insights) {
    this.intake = intake;
    this.queries = new AdoptionQueries(insights);
  }

  /** Answers what the page of that module asks, in its shapes. */
  @GET
  public Response query(@Context UriInfo uri, @Context ContainerRequestContext request) {
    Map<String, Object> body =
        queries.answer(uri.getQueryParameters(), AccessFilter.portal(request));
    String csv = AdoptionQueries.csv(uri.getQueryParameters(), body);
    return Response.ok(csv == null ? Json.write(body) : csv)
        .type(csv == null ? MediaType.APPLICATION_JSON : "text/csv;charset=UTF-8")
        .header("Cache-Control", "no-store")
        .build();
  }

  /** Answers 200 once everything accepted is durably stored; 400 when nothing was. */
  @POST
  public Response collect(
      InputStream body, @Context HttpHeaders headers, @Context ContainerRequestContext request) {
    Intake.Taken taken = take(body, headers, request);
    Response.ResponseBuilder response =
        taken.isAllWrong()
            ? Response.status(400).entity(refused(taken.rejected()))
            : Response.ok(received(taken.result().accepted(), taken.rejected()));
    return taken.steps().addTo(response).type(MediaType.APPLICATION_JSON_TYPE).build();
  }

  private Intake.Taken take(
      InputStream body, HttpHeaders headers, ContainerRequestContext request) {
    try {
      return intake.take(body, headers, request);
    } catch (ProblemException e) {
      throw readable(e.problem()).asException();
    }
  }

  /** The problem, with the members of that backend's errors besides. */
  private static Problem readable(Problem problem) {
    Map<String, Object> members = new LinkedHashMap<>(problem.members());
    members.put("message", problem.title());
    members.put("errors", List.of(Map.of("reason", problem.code())));
    return new Problem(
        problem.status(), problem.code(), problem.title(), problem.detail(), members);
  }

  private static Map<String, Object> received(int accepted, List<Map<String, Object>> rejected) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("success", true);
    body.put("message", "Event received");
    if (!rejected.isEmpty()) {
      body.put("accepted", accepted);
      body.put("rejected", rejected);
    }
    return body;
  }

  private static Map<String, Object> refused(List<Map<String, Object>> rejected) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("message", "No event could be taken");
    body.put("errors", rejected);
    return body;
  }
}
