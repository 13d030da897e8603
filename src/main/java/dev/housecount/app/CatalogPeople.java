package dev.housecount.app;

import dev.housecount.recognition.KnownPeople;
import dev.housecount.recognition.Recognition;
import dev.housecount.telemetry.Telemetry;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Tells of it when the catalog no longer knows the people who use the portal. */
@Singleton
class CatalogPeople {
  private static final Logger LOG = Logger.getLogger(CatalogPeople.class);

  private final Recognition recognition;
  private final Telemetry telemetry;

  CatalogPeople(Recognition recognition, Telemetry telemetry) {
    this.recognition = recognition;
    this.telemetry = telemetry;
  }

  /** A chore. */
  int look() {
    recognition.look().forEach(this::tell);
    return 0;
  }

  private void tell(String portal, KnownPeople seen) {
    telemetry.recognised(portal, seen.count().unknownShare(), seen.jump() != null);
    if (seen.jump() != null && seen.jump().since().equals(seen.asOf())) {
      LOG.warnf("catalog of portal %s: %s", portal, seen.problem());
    }
  }
}
