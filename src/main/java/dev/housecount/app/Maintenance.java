package dev.housecount.app;

import dev.housecount.catalog.Catalog;
import dev.housecount.counts.Counting;
import dev.housecount.edge.dynamodb.Expiry;
import dev.housecount.health.DataHealth;
import dev.housecount.health.Ledger;
import dev.housecount.health.MaintenanceLog;
import dev.housecount.person.Erasure;
import dev.housecount.sealed.Rollups;
import dev.housecount.store.StoreUnavailableException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The chores, each when it is its time. On AWS the template's schedule calls for them ({@link
 * MaintenanceResource}), elsewhere the server's own ({@link MaintenanceSchedule}). Two runs at once
 * do no harm.
 */
@Singleton
class Maintenance {
  private final Chores chores;
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
      CatalogPulling pulling,
      Counting counting,
      Clock clock) {
    this.log = log;
    this.ledger = ledger;
    List<Expiry> expiries =
        TableNames.of(config).values().stream().map(table -> new Expiry(client, table)).toList();
    List<Chore> all = new ArrayList<>();
    tables.byName().forEach((name, ready) -> all.add(check(name, ready)));
    all.add(Chore.hourly("expiry", () -> look(expiries)));
    all.add(Chore.always("erasures", erasure::proceed));
    all.add(Chore.always("rollups", rollups::seal));
    all.add(Chore.hourly("rollups of erased people", rollups::purge));
    all.add(Chore.always("digests", rollups::digest));
    all.add(Chore.hourly("catalogs", catalog::tidy));
    all.add(Chore.always("people", people::look));
    all.add(Chore.always("figures", ledger::flush));
    all.add(Chore.always("senders", health.watch()::run));
    all.add(Chore.hourly("counts", counting::run));
    all.add(Chore.always("pull", pulling::run)); // the last: it takes what time there is
    this.chores = new Chores(all, clock);
  }

  /**
   * Does what there is to do.
   *
   * @return by the names of the chores, how much each has left to do
   * @throws StoreUnavailableException when a chore failed; the log says which, and why
   */
  List<String> run() {
    Chores.Outcome outcome = chores.run();
    log.note(outcome.failed());
    if (outcome.failure() != null) {
      throw outcome.failure();
    }
    return outcome.left();
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
    return Chore.hourly(
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
