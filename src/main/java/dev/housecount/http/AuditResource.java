package dev.housecount.http;

import dev.housecount.person.AuditTrail;
import dev.housecount.person.AuditTrail.Entry;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** {@code GET /audit}: who asked for whose name. */
@Path(Paths.AUDIT)
public class AuditResource {
  private static final String TIME = "time";
  private static final Pattern BEGINNING = Pattern.compile("\\d{4}-\\d{2}(-\\d{2}(T\\d{2})?)?");

  private final AuditTrail audit;
  private final Clock clock;

  AuditResource(AuditTrail audit, Clock clock) {
    this.audit = audit;
    this.clock = clock;
  }

  /** The requests of a month, day or hour, oldest first; of this month where none is given. */
  @GET
  public Response read(@Context UriInfo uri) {
    List<Entry> entries = audit.read(time(uri.getQueryParameters()));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("entries", entries.stream().map(AuditResource::members).toList());
    body.put("truncated", entries.size() == AuditTrail.MAX_ENTRIES);
    return Response.ok(body)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private String time(Map<String, List<String>> given) {
    if (given.isEmpty()) {
      return YearMonth.now(clock).toString();
    }
    List<String> values = given.getOrDefault(TIME, List.of());
    boolean known = given.size() == 1 && values.size() == 1;
    if (!known || !BEGINNING.matcher(values.get(0)).matches()) {
      throw QueryParameters.bad(
          "The audit knows one parameter: time, a month, day or hour in UTC such as 2026-11 or 2026-11-22T09.");
    }
    return values.get(0);
  }

  private static Map<String, Object> members(Entry entry) {
    return Map.of(
        "at", entry.at(),
        "reader", entry.reader(),
        "portal", entry.portal(),
        "user", entry.person());
  }
}
