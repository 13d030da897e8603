package dev.housecount.app;

import dev.housecount.recognition.KnownPeople;
import dev.housecount.recognition.Recognition;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether the catalog knows the people who use the portal. Events are taken all the same, so this
 * server stays ready.
 */
@Readiness
@Singleton
class CatalogPeopleHealth implements HealthCheck {
  private final Recognition recognition;

  CatalogPeopleHealth(Recognition recognition) {
    this.recognition = recognition;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("people in the catalog").up();
    answer.withData("portals", recognition.lastSeen().size());
    recognition.lastSeen().forEach((portal, seen) -> tell(answer, portal, seen));
    return answer.build();
  }

  private static void tell(HealthCheckResponseBuilder answer, String portal, KnownPeople seen) {
    answer.withData(portal + ".asOf", seen.asOf().toString());
    answer.withData(portal + ".people", seen.count().people());
    answer.withData(portal + ".unknown", seen.count().unknown());
    String problem = seen.problem();
    if (problem != null) {
      answer.withData(portal + ".problem", problem);
    }
  }
}
