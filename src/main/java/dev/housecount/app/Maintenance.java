package dev.housecount.app;

import dev.housecount.dynamodb.Expiry;
import dev.housecount.person.Erasure;
import dev.housecount.person.PeopleStore;
import dev.housecount.store.ChunkReader;
import dev.housecount.store.StoreUnavailableException;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.stream.Stream;
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
  private final PeopleStore people;
  private final List<Expiry> expiries;
  private final Erasure erasure;

  Maintenance(
      ChunkReader reader,
      PeopleStore people,
      DynamoDbClient client,
      HousecountConfig config,
      Erasure erasure) {
    this.reader = reader;
    this.people = people;
    this.expiries =
        Stream.of(config.tables().events(), config.tables().people())
            .map(table -> new Expiry(client, table))
            .toList();
    this.erasure = erasure;
  }

  /** Answers 204 when all is well. */
  @POST
  public void look() {
    if (!reader.isReady()) {
      throw failed("the table of events does not answer; does it exist, may the function read it?");
    }
    if (!people.isReady()) {
      throw failed("the table of people does not answer; does it exist, may the function read it?");
    }
    if (!expiries.stream().allMatch(Expiry::isOn)) {
      throw failed(
          "a table's TTL is off: events or records outlive their time; deploy the template again");
    }
    int left = erasures();
    LOG.infof(
        "maintenance done: the tables answer, what expired is deleted, %d erasures go on", left);
  }

  private int erasures() {
    try {
      return erasure.proceed();
    } catch (StoreUnavailableException e) {
      throw failed("erasures do not go on: " + e.getMessage());
    }
  }

  private static StoreUnavailableException failed(String why) {
    LOG.error("maintenance: " + why);
    return new StoreUnavailableException(why);
  }
}
