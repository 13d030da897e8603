package dev.housecount.app;

import dev.housecount.dynamodb.Expiry;
import dev.housecount.store.ChunkReader;
import dev.housecount.store.StoreUnavailableException;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What the template's schedule calls every hour. Only the function has it, and no route of the
 * gateway reaches it. The template's alarm looks for its errors in the log.
 */
@Path("/internal/maintenance")
@IfBuildProfile(LambdaMain.NAME)
public class Maintenance {
  private static final Logger LOG = Logger.getLogger(Maintenance.class);

  private final ChunkReader reader;
  private final Expiry expiry;

  Maintenance(ChunkReader reader, DynamoDbClient client, HousecountConfig config) {
    this.reader = reader;
    this.expiry = new Expiry(client, config.tables().events());
  }

  /** Answers 204 when all is well. */
  @POST
  public void look() {
    if (!reader.isReady()) {
      throw failed("the table of events does not answer; does it exist, may the function read it?");
    }
    if (!expiry.isOn()) {
      throw failed(
          "the table's TTL is off: events outlive their retention; deploy the template again");
    }
    LOG.info("maintenance done: the table answers, what expired is deleted");
  }

  private static StoreUnavailableException failed(String why) {
    LOG.error("maintenance: " + why);
    return new StoreUnavailableException(why);
  }
}
