package dev.housecount.edge.http.insights;

import dev.housecount.edge.http.gate.AccessFilter;
import dev.housecount.edge.http.gate.Paths;
import dev.housecount.edge.http.page.EventFormat;
import dev.housecount.edge.http.problem.Json;
import dev.housecount.edge.http.problem.Problem;
import dev.housecount.insights.Answer;
import dev.housecount.insights.Grain;
import dev.housecount.insights.Insights;
import dev.housecount.insights.NotKeptException;
import dev.housecount.insights.Parameter;
import dev.housecount.insights.Question;
import dev.housecount.insights.Report;
import dev.housecount.insights.TooMuchToReadException;
import dev.housecount.keys.Pseudonymizer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code GET /insights} lists the reports, {@code GET /insights/{report}} answers one. */
@Path(Paths.INSIGHTS)
public class InsightsResource {
  private static final List<EventFormat> FORMATS = List.of(EventFormat.JSON, EventFormat.CSV);

  private final Insights insights;
  private final QuestionParameters parameters;

  InsightsResource(Insights insights, Pseudonymizer pseudonymizer) {
    this.insights = insights;
    this.parameters = new QuestionParameters(insights, pseudonymizer);
  }

  /** What there is. */
  @GET
  public Response reports(@Context ContainerRequestContext request) {
    String portal = AccessFilter.portal(request);
    List<Map<String, Object>> reports =
        Insights.reports().stream()
            .map(
                report -> {
                  Question question = parameters.parse(report, Map.of(), portal);
                  return AnswerJson.of(report, report.shape(question).columns());
                })
            .toList();
    return response(Json.write(Map.of("reports", reports)), EventFormat.JSON);
  }

  /** One report, in the format that the reader prefers. */
  @GET
  @Path("{" + Paths.REPORT + "}")
  public Response report(
      @PathParam(Paths.REPORT) String name,
      @Context UriInfo uri,
      @Context HttpHeaders headers,
      @Context ContainerRequestContext request) {
    Report report = Insights.report(name).orElseThrow(() -> unknown().asException());
    MultivaluedMap<String, String> given = uri.getQueryParameters();
    EventFormat format = format(report, given, headers);
    Question question = parameters.parse(report, given, AccessFilter.portal(request));
    boolean mark = new Given(given, report.card().parameters()).flag(Parameter.BOM, false);
    Answer answer = answer(insights, report, question);
    return response(
        format == EventFormat.CSV
            ? AnswerCsv.of(answer.table(), mark)
            : Json.write(AnswerJson.of(answer)),
        format);
  }

  private static EventFormat format(
      Report report, Map<String, List<String>> parameters, HttpHeaders headers) {
    EventFormat named =
        new Given(parameters, report.card().parameters())
            .one(Parameter.FORMAT, InsightsResource::format, "json or csv");
    return named == null
        ? EventFormat.preferred(headers.getRequestHeader(HttpHeaders.ACCEPT), FORMATS)
        : named;
  }

  private static EventFormat format(String text) {
    return switch (text) {
      case "json" -> EventFormat.JSON;
      case "csv" -> EventFormat.CSV;
      default -> throw new IllegalArgumentException();
    };
  }

  static Answer answer(Insights insights, Report report, Question question) {
    try {
      return insights.answer(report, question);
    } catch (TooMuchToReadException e) {
      throw tooMuch(question, insights.zone(), e.units()).asException();
    } catch (NotKeptException e) {
      throw Problem.of(400, "not-kept", "Nobody can tell that any more", e.instead()).asException();
    }
  }

  private static Problem tooMuch(Question question, ZoneId zone, int units) {
    List<String> cheaper = new ArrayList<>(List.of("a shorter range"));
    if (question.previous() != null) {
      cheaper.add("no comparison (compare=none)");
    }
    if (!question.zone().equals(zone)) {
      cheaper.add("days of the portal's zone (zone=" + zone + ")");
    }
    if (question.grain() == Grain.HOUR) {
      cheaper.add("days instead of hours (grain=day)");
    }
    if (question.filter().hasAttributes()) {
      cheaper.add("no filter but by team and portal");
    }
    return new Problem(
        400,
        "too-much-to-read",
        "The answer would cost too much",
        "One answer may read so many units and for so long only. Less is read for "
            + String.join("; ", cheaper)
            + ". What maintenance has not sealed yet is read event by event: what arrived lately"
            + " costs less some hours later.",
        Map.of("limit", units, "unit", "read units"));
  }

  private static Problem unknown() {
    String names =
        Insights.reports().stream()
            .map(report -> report.card().name())
            .collect(Collectors.joining(", "));
    return Problem.of(
        404, "unknown-report", "There is no such report", "The reports are " + names + ".");
  }

  private static Response response(String body, EventFormat format) {
    return Response.ok(body)
        .type(format.contentType())
        .header("Cache-Control", "no-store")
        .header("Vary", "Accept")
        .build();
  }
}
