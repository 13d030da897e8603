package dev.housecount.app;

import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.logging.Logger;

/**
 * What the template's schedule calls. Only the function has it, and no route of the gateway reaches
 * it.
 */
@Path("/internal/maintenance")
@IfBuildProfile(LambdaMain.NAME)
public class MaintenanceResource {
  private static final Logger LOG = Logger.getLogger(MaintenanceResource.class);

  private final Maintenance maintenance;

  MaintenanceResource(Maintenance maintenance) {
    this.maintenance = maintenance;
  }

  /** Answers 204 when all is well. */
  @POST
  public void run() {
    LOG.infof("maintenance done; left to do: %s", maintenance.run());
  }
}
