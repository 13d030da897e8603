package dev.housecount.edge.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.housecount.catalog.Catalog;
import dev.housecount.edge.http.gate.Paths;
import dev.housecount.edge.http.page.EventFormat;
import dev.housecount.edge.http.page.PageEncoder;
import dev.housecount.edge.http.page.QueryParameters;
import dev.housecount.edge.http.problem.Json;
import dev.housecount.event.Pseudonym;
import dev.housecount.keys.Pseudonymizer;
import dev.housecount.person.Erasure;
import dev.housecount.person.ErasureJob;
import dev.housecount.person.Holdings;
import dev.housecount.person.Receipts;
import dev.housecount.person.Refusals;
import dev.housecount.query.Bookmark;
import dev.housecount.query.CursorCodec;
import dev.housecount.query.EventFinder;
import dev.housecount.query.EventQuery;
import dev.housecount.scrub.Scrubber;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code /users/{ref}}: shows and erases what is held about a person. */
@Path(Paths.USERS)
public class UsersResource {
  private static final Set<String> PAGING = Set.of("limit", QueryParameters.CURSOR);
  private static final int RETRY_AFTER_SECONDS = 1;
  private static final String OPT_OUT = "optOut";

  private final Erasure erasure;
  private final Receipts receipts;
  private final Refusals refusals;
  private final Holdings holdings;
  private final Catalog catalog;
  private final EventFinder finder;
  private final CursorCodec cursors;
  private final Pseudonymizer pseudonymizer;
  private final QueryParameters parameters;

  UsersResource(
      Erasure erasure,
      Receipts receipts,
      Refusals refusals,
      Holdings holdings,
      Catalog catalog,
      EventFinder finder,
      CursorCodec cursors,
      Pseudonymizer pseudonymizer,
      Scrubber scrubber) {
    this.erasure = erasure;
    this.receipts = receipts;
    this.refusals = refusals;
    this.holdings = holdings;
    this.catalog = catalog;
    this.finder = finder;
    this.cursors = cursors;
    this.pseudonymizer = pseudonymizer;
    this.parameters = new QueryParameters(pseudonymizer, scrubber);
  }

  /** A page of the person's events, oldest first, and what else is held. */
  @GET
  public Response export(@PathParam("ref") String ref, @Context UriInfo uri) {
    Pseudonym person = PersonRef.read(ref, pseudonymizer);
    Map<String, List<String>> asked = new HashMap<>(uri.getQueryParameters());
    if (!PAGING.containsAll(asked.keySet())) {
      throw QueryParameters.bad("There is an unknown parameter; an export knows limit and cursor.");
    }
    asked.put("user", List.of(person.value()));
    asked.put("order", List.of("asc"));
    QueryParameters.Parsed parsed = parameters.parse(asked);
    EventQuery query = parsed.query();
    Bookmark after = parsed.cursor() == null ? null : cursors.decode(query, parsed.cursor());
    PageEncoder encoder =
        new PageEncoder(EventFormat.JSON, false, bookmark -> cursors.encode(query, bookmark));
    byte[] page = encoder.encode(finder.find(query, after)).body();
    Map<String, Object> held = PersonJson.of(holdings.of(person), catalog.held(person));
    return answer(Response.ok(join(Json.write(held), page)));
  }

  /** Answers 200 with the receipt when all is gone, 202 while there is more to do. */
  @DELETE
  public Response erase(@PathParam("ref") String ref, @Context UriInfo uri) {
    Pseudonym person = PersonRef.read(ref, pseudonymizer);
    if (optsOut(uri.getQueryParameters())) {
      refusals.optOut(person); // first: nothing new comes while the old goes
    }
    ErasureJob job = erasure.erase(person);
    Map<String, Object> receipt = PersonJson.of(receipts.of(job));
    return job.isCompleted()
        ? answer(Response.ok(receipt))
        : answer(Response.accepted(receipt).header("Retry-After", RETRY_AFTER_SECONDS));
  }

  private static boolean optsOut(Map<String, List<String>> given) {
    if (given.isEmpty()) {
      return false;
    }
    List<String> values = given.getOrDefault(OPT_OUT, List.of());
    boolean known = given.size() == 1 && values.size() == 1;
    if (!known || !Set.of("true", "false").contains(values.get(0))) {
      throw QueryParameters.bad("An erasure knows one parameter: optOut, true or false.");
    }
    return values.get(0).equals("true");
  }

  /** One JSON object of two: the members of the second follow those of the first. */
  private static byte[] join(String first, byte[] second) {
    String rest = new String(second, 1, second.length - 1, UTF_8);
    return (first.substring(0, first.length() - 1) + "," + rest).getBytes(UTF_8);
  }

  private static Response answer(Response.ResponseBuilder response) {
    return response
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
