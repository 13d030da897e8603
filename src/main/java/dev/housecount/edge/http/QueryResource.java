package dev.housecount.edge.http;

import dev.housecount.edge.http.gate.Paths;
import dev.housecount.edge.http.page.EventFormat;
import dev.housecount.edge.http.page.PageEncoder;
import dev.housecount.edge.http.page.QueryParameters;
import dev.housecount.keys.Pseudonymizer;
import dev.housecount.query.Bookmark;
import dev.housecount.query.CursorCodec;
import dev.housecount.query.EventFinder;
import dev.housecount.query.EventPage;
import dev.housecount.query.EventQuery;
import dev.housecount.scrub.Scrubber;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code GET /query}: returns stored events, page by page. */
@Path(Paths.QUERY)
public class QueryResource {
  private final EventFinder finder;
  private final CursorCodec cursors;
  private final QueryParameters parameters;
  private final ServerTiming timing;

  QueryResource(
      EventFinder finder,
      CursorCodec cursors,
      Pseudonymizer pseudonymizer,
      Scrubber scrubber,
      ServerTiming timing) {
    this.finder = finder;
    this.cursors = cursors;
    this.parameters = new QueryParameters(pseudonymizer, scrubber);
    this.timing = timing;
  }

  /** One page, in the format that the reader prefers. */
  @GET
  public Response query(@Context UriInfo uri, @Context HttpHeaders headers) {
    ServerTiming.Steps steps = timing.begin();
    EventFormat format = EventFormat.preferred(headers.getRequestHeader(HttpHeaders.ACCEPT));
    MultivaluedMap<String, String> given = uri.getQueryParameters();
    QueryParameters.Parsed parsed = parameters.parse(given);
    EventQuery query = parsed.query();
    Bookmark after = parsed.cursor() == null ? null : cursors.decode(query, parsed.cursor());
    steps.end("parse");
    EventPage page = finder.find(query, after);
    steps.end("store");
    PageEncoder encoder =
        new PageEncoder(
            format, parsed.byteOrderMark(), bookmark -> cursors.encode(query, bookmark));
    PageEncoder.Encoded encoded = encoder.encode(page);
    steps.end("encode");
    Response.ResponseBuilder response =
        Response.ok(encoded.body())
            .type(format.contentType())
            .header("Cache-Control", "no-store")
            .header("Vary", "Accept");
    if (encoded.cursor() != null) {
      // NDJSON and CSV have no place for a cursor in the body.
      response.header("Link", "<" + next(given, encoded.cursor()) + ">; rel=\"next\"");
    }
    return steps.addTo(response).build();
  }

  private static String next(MultivaluedMap<String, String> given, String cursor) {
    return Paths.QUERY
        + given.entrySet().stream()
            .filter(parameter -> !parameter.getKey().equals(QueryParameters.CURSOR))
            .flatMap(QueryResource::pairs)
            .collect(
                Collectors.joining(
                    "&",
                    "?",
                    given.size() > (given.containsKey(QueryParameters.CURSOR) ? 1 : 0) ? "&" : ""))
        + QueryParameters.CURSOR
        + "="
        + cursor;
  }

  private static Stream<String> pairs(Map.Entry<String, List<String>> parameter) {
    return parameter.getValue().stream()
        .map(value -> parameter.getKey() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
  }
}
