package dev.housecount.edge.http;

import dev.housecount.edge.http.gate.Paths;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * {@code GET /api/adoption-insights/health}: what the backend of Red Hat's page answers to whoever
 * asks whether it is there. Asks nothing of the store: {@code /q/health} does.
 */
@Path(Paths.ADOPTION_HEALTH)
public class AdoptionHealthResource {
  /** Always the same. */
  @GET
  public Response health() {
    return Response.ok("{\"status\":\"ok\"}")
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header("Cache-Control", "no-store")
        .build();
  }
}
