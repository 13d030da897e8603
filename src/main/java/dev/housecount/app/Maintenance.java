package dev.housecount.app;

import dev.housecount.catalog.Catalog;
import dev.housecount.edge.dynamodb.Expiry;
import dev.housecount.health.DataHealth;
import dev.housecount.health.Ledger;
import dev.housecount.health.MaintenanceLog;
import dev.housecount.person.Erasure;
import dev.housecount.sealed.Rollups;
import dev.housecount.store.StoreUnavailableException;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The chores, one after another. On AWS the template's schedule calls for them ({@link
 * MaintenanceResource}), elsewhere the server's own ({@link MaintenanceSchedule}). Two runs at once
 * do no harm.
 */
@Singleton
class Maintenance {
  private static final Logger LOG = Logger.getLogger(Maintenance.class);

  private final List<Chore> chores;
  private final MaintenanceLog log;
  private final Ledger ledger;

  Maintenance(
      TableChecks tables,
      DynamoDbClient client,
      HousecountConfig config,
      Erasure erasure,
      Rollups rollups,
      Catalog catalog,
      CatalogPeople people,
      DataHealth health,
      Ledger ledger,
      MaintenanceLog log,
      CatalogPulling pulling) {
    this.log = log;
    this.ledger = ledger;
    List<Expiry> expiries =
        TableNames.of(config).values().stream().map(table -> new Expiry(client, table)).toList();
    this.chores = new ArrayList<>();
    tables.byName().forEach((name, ready) -> chores.add(check(name, ready)));
    chores.add(new Chore("expiry", () -> look(expiries)));
    chores.add(new Chore("erasures", erasure::proceed));
    chores.add(new Chore("rollups", rollups::seal));
    chores.add(new Chore("rollups of erased people", rollups::purge));
    chores.add(new Chore("catalogs", catalog::tidy));
    chores.add(new Chore("people", people::look));
    chores.add(new Chore("figures", ledger::flush));
    chores.add(new Chore("senders", health.watch()::run));
    chores.add(new Chore("pull", pulling::run)); // the last: it takes what time there is
  }

  /**
   * Does what there is to do. A chore that fails keeps none of the others from being done.
   *
   * @return by the names of the chores, how much each has left to do
   * @throws StoreUnavailableException when a chore failed; the log says which, and why
   */
  List<String> run() {
    List<String> left = new ArrayList<>();
    List<String> failed = new ArrayList<>();
    StoreUnavailableException failure = null;
    for (Chore chore : chores) {
      try {
        int more = chore.work().getAsInt();
        if (more > 0) {
          left.add(more + " " + chore.name());
        }
      } catch (StoreUnavailableException e) {
        // The template's alarm looks for this beginning.
        LOG.errorf("maintenance: %s: %s", chore.name(), e.getMessage());
        failed.add(chore.name());
        failure = e;
      }
    }
    log.note(failed);
    if (failure != null) {
      throw failure;
    }
    return left;
  }

  /**
   * Writes what would be lost with this server.
   *
   * @throws StoreUnavailableException when the store cannot take it
   */
  void end() {
    ledger.flush();
  }

  private static Chore check(String table, BooleanSupplier ready) {
    return new Chore(
        "table of " + table,
        () -> {
          if (!ready.getAsBoolean()) {
            throw new StoreUnavailableException(
                "it does not answer; does it exist, may the server read it?");
          }
          return 0;
        });
  }

  private static int look(List<Expiry> expiries) {
    if (!expiries.stream().allMatch(Expiry::isOn)) {
      throw new StoreUnavailableException(
          "a table's TTL is off: events or records outlive their time; deploy the template again");
    }
    return 0;
  }
}
