package dev.housecount.edge.http.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.housecount.catalog.Catalog;
import dev.housecount.catalog.CatalogStatus;
import dev.housecount.catalog.Completion;
import dev.housecount.catalog.EmptyGenerationException;
import dev.housecount.catalog.Headcount;
import dev.housecount.catalog.IncompleteGenerationException;
import dev.housecount.catalog.OlderGenerationException;
import dev.housecount.catalog.PageReceipt;
import dev.housecount.catalog.PageReceipt.Rejection;
import dev.housecount.catalog.PushedPage;
import dev.housecount.edge.http.gate.AccessFilter;
import dev.housecount.edge.http.gate.Paths;
import dev.housecount.edge.http.problem.Problem;
import dev.housecount.edge.http.wire.BodyReader;
import dev.housecount.edge.http.wire.CatalogLines;
import dev.housecount.keys.Pseudonymizer;
import dev.housecount.recognition.KnownPeople;
import dev.housecount.recognition.Recognition;
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
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** {@code /catalog}: takes what the portal's catalog says, and tells how much is known of it. */
@Path(Paths.CATALOG)
public class CatalogResource {
  private final BodyReader reader = BodyReader.ofCatalog();
  private final Catalog catalog;
  private final Recognition recognition;
  private final Pseudonymizer pseudonymizer;
  private final Clock clock;
  private final ZoneId zone;

  CatalogResource(
      Catalog catalog,
      Recognition recognition,
      Pseudonymizer pseudonymizer,
      Clock clock,
      ZoneId zone) {
    this.catalog = catalog;
    this.recognition = recognition;
    this.pseudonymizer = pseudonymizer;
    this.clock = clock;
    this.zone = zone;
  }

  /** Answers 202 once a page is kept; 200 once a generation is the catalog. */
  @POST
  public Response push(
      InputStream body,
      @Context HttpHeaders headers,
      @Context UriInfo uri,
      @Context ContainerRequestContext request) {
    PushParameters push =
        PushParameters.parse(uri.getQueryParameters(), AccessFilter.portal(request));
    byte[] bytes =
        reader.read(
            body,
            headers.getHeaderString(HttpHeaders.CONTENT_ENCODING),
            headers.getHeaderString(HttpHeaders.CONTENT_LENGTH));
    return push.page() == null ? complete(push, bytes) : page(push, push.page(), bytes);
  }

  private Response page(PushParameters push, int number, byte[] body) {
    CatalogLines.Contents contents = CatalogLines.read(body);
    PageReceipt receipt =
        catalog.take(new PushedPage(push.portal(), push.generation(), number, contents.lines()));
    List<Rejection> rejected =
        Stream.concat(contents.rejected().stream(), receipt.rejected().stream())
            .sorted(Comparator.comparingInt(Rejection::line))
            .toList();
    return answer(
        Response.accepted(
            CatalogJson.page(push.generation(), number, receipt.accepted(), rejected)));
  }

  private Response complete(PushParameters push, byte[] body) {
    if (!new String(body, UTF_8).isBlank()) {
      throw Problem.badRequest("unexpected-body", "\"complete=true\" has an empty body.")
          .asException();
    }
    int pages = Objects.requireNonNull(push.pages());
    try {
      Completion completion =
          catalog.complete(push.portal(), push.generation(), pages, push.empty());
      return answer(Response.ok(CatalogJson.of(completion)));
    } catch (IncompleteGenerationException e) {
      throw CatalogProblems.incomplete(e).asException();
    } catch (OlderGenerationException e) {
      throw CatalogProblems.OLDER.asException();
    } catch (EmptyGenerationException e) {
      throw CatalogProblems.EMPTY.asException();
    }
  }

  /** What is known of a portal's catalog now. */
  @GET
  public Response status(@Context UriInfo uri, @Context ContainerRequestContext request) {
    Parameters parameters =
        new Parameters("GET /catalog", uri.getQueryParameters(), List.of("portal"));
    String named = parameters.portal();
    String portal = named == null ? own(request) : named;
    CatalogStatus status = catalog.status(portal);
    List<String> problems = new ArrayList<>(status.problems());
    recognition.of(portal).map(KnownPeople::problem).ifPresent(problems::add);
    return answer(Response.ok(CatalogJson.of(status, problems)));
  }

  /** How many people there were, day by day. */
  @GET
  @Path(Paths.HEADCOUNTS)
  public Response headcounts(@Context UriInfo uri, @Context ContainerRequestContext request) {
    HeadcountParameters asked =
        HeadcountParameters.parse(
            uri.getQueryParameters(), LocalDate.ofInstant(clock.instant(), zone));
    String portal = asked.portal() == null ? own(request) : asked.portal();
    String team = asked.team() == null ? null : pseudonymizer.entity(asked.team()).toString();
    List<Headcount> rows =
        catalog.headcounts(portal, asked.from(), asked.to(), asked.team(), asked.direct());
    return answer(Response.ok(CatalogJson.headcounts(portal, team, rows)));
  }

  private static String own(ContainerRequestContext request) {
    return AccessFilter.portal(request);
  }

  private static Response answer(Response.ResponseBuilder response) {
    return response
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
