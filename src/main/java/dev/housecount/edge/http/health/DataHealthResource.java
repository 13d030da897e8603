package dev.housecount.edge.http.health;

import dev.housecount.edge.http.catalog.Parameters;
import dev.housecount.edge.http.gate.AccessFilter;
import dev.housecount.edge.http.gate.Paths;
import dev.housecount.edge.http.problem.Json;
import dev.housecount.event.Versions;
import dev.housecount.health.DataHealth;
import dev.housecount.health.Span;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /data-health}: how it stands with what arrives, and what to do about it. */
@Path(Paths.DATA_HEALTH)
public class DataHealthResource {
  private static final int DEFAULT_DAYS = 28;
  private static final String PORTAL = "portal";
  private static final String DAYS = "days";

  private final DataHealth health;

  DataHealthResource(DataHealth health) {
    this.health = health;
  }

  /** All that there is to tell of a portal. */
  @GET
  public Response findings(@Context UriInfo uri, @Context ContainerRequestContext request) {
    Parameters given =
        new Parameters(Paths.DATA_HEALTH, uri.getQueryParameters(), List.of(PORTAL, DAYS));
    Integer days = given.number(DAYS, 1, DataHealth.DAYS);
    return answer(
        HealthJson.of(
            health, health.findings(portal(given, request), days == null ? DEFAULT_DAYS : days)));
  }

  /** Which software recorded events, and since when. */
  @GET
  @Path(Paths.VERSIONS)
  public Response versions(@Context UriInfo uri, @Context ContainerRequestContext request) {
    Parameters given =
        new Parameters(
            Paths.DATA_HEALTH + "/" + Paths.VERSIONS, uri.getQueryParameters(), List.of(PORTAL));
    String portal = portal(given, request);
    Map<Versions, Span> senders = health.senders(portal);
    return answer(HealthJson.versions(health, portal, senders));
  }

  private static String portal(Parameters given, ContainerRequestContext request) {
    String portal = given.portal();
    return portal == null ? AccessFilter.portal(request) : portal;
  }

  private static Response answer(Map<String, @Nullable Object> body) {
    return Response.ok(Json.write(body))
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
