package dev.housecount.http;

import dev.housecount.event.Pseudonym;
import dev.housecount.person.Refusals;
import dev.housecount.scrub.Pseudonymizer;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** {@code /opt-outs/{ref}}: about whom nothing is to be stored. */
@Path(Paths.OPT_OUTS)
public class OptOutsResource {
  private final Refusals refusals;
  private final Pseudonymizer pseudonymizer;

  OptOutsResource(Refusals refusals, Pseudonymizer pseudonymizer) {
    this.refusals = refusals;
    this.pseudonymizer = pseudonymizer;
  }

  /** Whether the person opted out. */
  @GET
  public Response show(@PathParam("ref") String ref) {
    return Response.ok(Map.of("optedOut", refusals.isOptedOut(person(ref))))
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /** Answers 204 once it is on record; what is stored already stays. */
  @PUT
  public void optOut(@PathParam("ref") String ref) {
    refusals.optOut(person(ref));
  }

  /** Answers 204 once the person's events are taken again. */
  @DELETE
  public void optIn(@PathParam("ref") String ref) {
    refusals.optIn(person(ref));
  }

  private Pseudonym person(String ref) {
    return PersonRef.read(ref, pseudonymizer);
  }
}
