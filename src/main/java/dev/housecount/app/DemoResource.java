package dev.housecount.app;

import dev.housecount.edge.http.problem.Problem;
import io.quarkus.arc.profile.UnlessBuildProfile;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** {@code /demo}: an empty server offers its page a portal that is made up. */
@Path("/demo")
@UnlessBuildProfile(LambdaMain.NAME)
public class DemoResource {
  private final FirstRun firstRun;

  DemoResource(FirstRun firstRun) {
    this.firstRun = firstRun;
  }

  /** Answers how far it is. */
  @GET
  public Response progress() {
    refuseElsewhere();
    return answer(Response.ok());
  }

  /** Answers 202 while it runs, and 200 when it is done. */
  @POST
  public Response start(@Context RoutingContext context) {
    refuseElsewhere();
    if (!firstRun.start(own(context.request().localAddress()))) {
      throw Problem.of(
              409,
              "portal-not-empty",
              "There are events already",
              "What is made up would be mixed with them. The command \"demo\" does so.")
          .asException();
    }
    boolean done = firstRun.progress().state() == FirstRun.State.DONE;
    return answer(done ? Response.ok() : Response.accepted());
  }

  private void refuseElsewhere() {
    if (!firstRun.isPossible()) {
      throw new NotFoundException();
    }
  }

  /** Where this request arrived, and others will. */
  private static URI own(SocketAddress address) {
    String host = address.hostAddress();
    String name = host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://" + name + ":" + address.port());
  }

  private Response answer(Response.ResponseBuilder response) {
    FirstRun.Progress progress = firstRun.progress();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("state", progress.state().name().toLowerCase(Locale.ROOT));
    body.put("offered", firstRun.isOffered());
    body.put("people", DemoCommand.USERS);
    body.put("days", DemoCommand.DAYS);
    body.put("day", progress.day());
    body.put("events", progress.events());
    body.put("detail", progress.detail());
    return response
        .type(MediaType.APPLICATION_JSON)
        .header("Cache-Control", "no-store")
        .entity(body)
        .build();
  }
}
