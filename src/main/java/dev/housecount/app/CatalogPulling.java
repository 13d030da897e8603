package dev.housecount.app;

import dev.housecount.catalog.CaptureSettings;
import dev.housecount.catalog.FieldPath;
import dev.housecount.edge.backstage.CatalogClient;
import dev.housecount.edge.backstage.CatalogPull;
import dev.housecount.edge.backstage.PullReport;
import dev.housecount.edge.backstage.PullSettings;
import dev.housecount.edge.backstage.PullStore;
import dev.housecount.store.TimeLeft;
import dev.housecount.telemetry.Telemetry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Asks the portal for its catalog, where the settings name one. Never on a request's way. */
@Singleton
class CatalogPulling {
  private static final Logger LOG = Logger.getLogger(CatalogPulling.class);

  /** What one answer of the portal may take. */
  private static final Duration CALL = Duration.ofSeconds(30);

  private final Optional<CatalogPull> pull;

  CatalogPulling(
      HousecountConfig config,
      CaptureSettings capture,
      Composition core,
      RecordTables tables,
      Clock clock,
      TimeLeft timeLeft,
      Telemetry telemetry) {
    CatalogConfig.Pull settings = config.catalog().pull();
    PullStore store = new PullStore(tables.catalog(), core.seal());
    this.pull =
        settings
            .url()
            .map(url -> client(url, settings, capture, clock, timeLeft))
            .map(
                client ->
                    new CatalogPull(
                        client,
                        settings(settings, capture),
                        store,
                        core.catalog(),
                        clock,
                        timeLeft,
                        telemetry));
  }

  private static CatalogClient client(
      String url,
      CatalogConfig.Pull settings,
      CaptureSettings capture,
      Clock clock,
      TimeLeft timeLeft) {
    return new CatalogClient(
        url,
        new PullToken(settings, clock),
        capture.entityFields().stream().map(FieldPath::text).toList(),
        () -> timeLeft.share(CALL));
  }

  private static PullSettings settings(CatalogConfig.Pull settings, CaptureSettings capture) {
    return new PullSettings(
        settings.portal(), settings.interval(), capture.totalUsers().parameters());
  }

  /** Instantiates this class, so that a setting that cannot be used stops the start. */
  void onStart(@Observes StartupEvent event) {}

  /** As of the last run of this server; empty where nothing is pulled. */
  Optional<PullReport> report() {
    return pull.map(CatalogPull::report);
  }

  /** A chore. */
  int run() {
    Optional<PullReport> before = report();
    int left = pull.map(CatalogPull::run).orElse(0);
    report().filter(now -> !before.equals(Optional.of(now))).ifPresent(CatalogPulling::compare);
    return left;
  }

  /** Whether our filter understands the catalog as it understands itself. */
  private static void compare(PullReport now) {
    boolean both = now.countedThere() >= 0 && now.countedHere() >= 0;
    if (both && now.countedThere() != now.countedHere()) {
      LOG.warnf(
          "total users: the portal's catalog counts %d, of what was pulled %d are taken; if they stay"
              + " apart, the filter names something that the token may not read",
          now.countedThere(), now.countedHere());
    }
  }
}
