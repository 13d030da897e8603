package dev.housecount.http;

import dev.housecount.event.Pseudonym;
import dev.housecount.person.AuditTrail;
import dev.housecount.person.NameSettings;
import dev.housecount.person.Names;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** {@code GET /names/{pseudonym}}: tells those entitled who a user is, and puts it on record. */
@Path(Paths.NAMES)
public class NamesResource {
  private static final int FINGERPRINT = 16;
  private static final String ANYONE = "open";

  private final Names names;
  private final AuditTrail audit;
  private final Access access;
  private final NameSettings settings;

  NamesResource(Names names, AuditTrail audit, Access access, NameSettings settings) {
    this.names = names;
    this.audit = audit;
    this.access = access;
    this.settings = settings;
  }

  /** Answers only when the request is on record, whether or not the user is known. */
  @GET
  public Response name(
      @PathParam("pseudonym") String text, @Context ContainerRequestContext request) {
    if (!settings.readable()) {
      throw Problem.of(
              404,
              "names-not-kept",
              "Names are not kept here",
              "Set housecount.users.readable for names of the users that come from then on.")
          .asException();
    }
    if (!Pseudonym.isPseudonym(text)) {
      throw Problem.badRequest("bad-person", "Name the user by pseudonym, as it stands in events.")
          .asException();
    }
    Pseudonym person = new Pseudonym(text);
    audit.write(reader(request), AccessFilter.portal(request), person);
    String ref = names.find(person).orElseThrow(NotFoundException::new);
    return Response.ok(Map.of("user", text, "entityRef", ref))
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /** The beginning of the hash under which the token is configured: tells which it was. */
  private String reader(ContainerRequestContext request) {
    Access.Grant grant = access.find(request.getHeaderString(HttpHeaders.AUTHORIZATION));
    return grant == null ? ANYONE : grant.sha256().substring(0, FINGERPRINT);
  }
}
